import { expect, it } from 'vitest';
import { toCsvMetadata } from '#lambdas/runtime/tables/csv-metadata.ts';
import { A_TABLE, aProvenance } from '#test/runtime/tables/a-table.ts';

const metadata = toCsvMetadata(A_TABLE, aProvenance(), '2026-10 teams.csv');

it('metadata names its file and tells the run, its billed requests and its notes', () => {
  expect(metadata).toMatchObject({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: '2026-10%20teams.csv',
    'dc:title': 'Teams by month',
    'dc:source': 'Cost Explorer',
    notes: [
      {
        run: '2026-11-22T090000Z-monthly',
        requests: 9,
        partial: true,
        notes: ['November 2026 is not over.'],
      },
    ],
  });
});

it('each column has its datatype: a reader keeps the zeros of account ids', () => {
  const { tableSchema } = metadata as { tableSchema: { columns: { name: string; datatype: unknown }[] } };

  expect(Object.fromEntries(tableSchema.columns.map(({ name, datatype }) => [name, datatype]))).toEqual({
    day: { base: 'date', format: 'yyyy-MM-dd' },
    account: 'string',
    team: 'string',
    amount: 'decimal',
    level: 'integer',
    estimated: { base: 'boolean', format: 'true|false' },
    fetched_at: 'dateTimeStamp',
  });
});

it('columns of text say that an apostrophe may stand before them', () => {
  const { tableSchema } = metadata as { tableSchema: { columns: Record<string, string>[] } };
  const guarded = tableSchema.columns.filter((column) => column['dc:description']?.includes('apostrophe'));

  expect(guarded.map(({ name }) => name)).toEqual(['team']);
});
