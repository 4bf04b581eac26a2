import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { allCostTables } from '#lambdas/contracts/cost-tables.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { A_TABLE, aProvenance, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

type Document = { provenance: object; columns: object[]; rows: Record<string, unknown>[] };

const PUBLISHED = new URL('../../../docs/schemas/report.schema.json', import.meta.url);
const isReport = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(PUBLISHED, 'utf8')) as object,
);

async function documentOf(schema: TableSchema, ...rows: ReturnType<typeof aRow>[]): Promise<Document> {
  return JSON.parse((await collected(toJsonDocument(schema, [rows], aProvenance()))).toString()) as Document;
}

it('a document says what it is, where it comes from and what its columns mean', async () => {
  expect(await documentOf(A_TABLE, aRow(), aRow({ team: null }))).toMatchObject({
    schemaVersion: 1,
    report: 'teams-monthly',
    title: 'Teams by month',
    provenance: { run: '2026-11-22T090000Z-monthly', requests: 9, partial: true },
    columns: A_TABLE.columns,
    rows: [
      { account: '000000000012', team: 'Payments', amount: '12.5', level: 80, estimated: false },
      { team: null },
    ],
  });
});

it.each([0, 1, 3])('a document with %i rows is of the published schema', async (count) => {
  const document = await documentOf(A_TABLE, ...Array.from({ length: count }, () => aRow()));

  expect(isReport(document), JSON.stringify(isReport.errors)).toBe(true);
  expect(document.rows).toHaveLength(count);
});

it.each(allCostTables())('the report $name is of the published schema', async (schema) => {
  expect(isReport(await documentOf(schema)), JSON.stringify(isReport.errors)).toBe(true);
});

const BREAKS: [what: string, change: (document: Document) => object][] = [
  ['of another version', (document) => ({ ...document, schemaVersion: 2 })],
  ['without provenance', (document) => ({ ...document, provenance: undefined })],
  [
    'without its requests',
    (document) => ({ ...document, provenance: { ...document.provenance, requests: undefined } }),
  ],
  [
    'with a time that has no zone',
    (document) => ({ ...document, provenance: { ...document.provenance, fetchedAt: '2026-11-22 09:00' } }),
  ],
  ['without columns', (document) => ({ ...document, columns: [] })],
  [
    'with a column of a type that is none',
    (document) => ({ ...document, columns: [{ ...document.columns[0], type: 'float' }] }),
  ],
  [
    'with an amount that is a float',
    (document) => ({ ...document, rows: [{ ...document.rows[0], amount: 12.5 }] }),
  ],
  [
    'with rows that are lists',
    (document) => ({ ...document, rows: document.rows.map((row) => Object.values(row)) }),
  ],
  ['with a cell that is a list', (document) => ({ ...document, rows: [{ team: ['a'] }] })],
];

it.each(BREAKS)('a document %s is not of the published schema', async (_, change) => {
  const broken = change(await documentOf(A_TABLE, aRow()));

  expect(isReport(JSON.parse(JSON.stringify(broken)))).toBe(false);
});
