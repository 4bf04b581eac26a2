import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cell, Row } from '#lambdas/contracts/report.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { toCsv } from '#lambdas/runtime/tables/csv.ts';
import { gunzipped, gzipped } from '#lambdas/runtime/tables/gzip.ts';
import { toJsonDocument } from '#lambdas/runtime/tables/json-document.ts';
import { fromNdjson, toNdjson } from '#lambdas/runtime/tables/ndjson.ts';
import { A_TABLE, aProvenance } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';
import { someBatches } from '#test/runtime/tables/some-rows.ts';

const FORMULA = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const isFormula = (text: string) => FORMULA.some((character) => text.startsWith(character));
const typeAt = (index: number) => A_TABLE.columns[index]?.type;

it('any text survives CSV as another parser reads it, but for the apostrophe before a formula', async () => {
  const fieldOf = (cell: Cell, index: number) => {
    if (cell === null) return '';
    if (typeof cell === 'bigint') return formatDecimal(cell);
    return typeAt(index) === 'text' && isFormula(String(cell)) ? `'${String(cell)}` : String(cell);
  };
  await fc.assert(
    fc.asyncProperty(someBatches, async (batches) => {
      const records: string[][] = parse(await collected(toCsv(A_TABLE, batches)), {
        record_delimiter: '\r\n',
      });
      const [header, ...rows] = records;

      expect(header).toEqual(A_TABLE.columns.map(({ name }) => name));
      expect(rows).toEqual(batches.flat().map((row) => row.map(fieldOf)));
      const texts = rows.flatMap((row) => row.filter((_, index) => typeAt(index) === 'text'));
      expect(texts.filter(isFormula)).toEqual([]);
    }),
  );
});

it('every row comes back from compressed NDJSON as it was, wherever its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(someBatches, fc.integer({ min: 1, max: 40 }), async (batches, size) => {
      const bytes = await collected(gunzipped(gzipped(toNdjson(A_TABLE, batches))));
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const rows: Row[] = [];
      for await (const batch of fromNdjson(A_TABLE, chunks)) rows.push(...batch);

      expect(rows).toEqual(batches.flat());
    }),
  );
});

it('every row stands in the JSON document as it was, its decimals as text', async () => {
  await fc.assert(
    fc.asyncProperty(someBatches, async (batches) => {
      const text = (await collected(toJsonDocument(A_TABLE, batches, aProvenance()))).toString();
      const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };

      expect(rows.map((row) => Object.values(row))).toEqual(
        batches
          .flat()
          .map((row) => row.map((cell) => (typeof cell === 'bigint' ? formatDecimal(cell) : cell))),
      );
    }),
  );
});
