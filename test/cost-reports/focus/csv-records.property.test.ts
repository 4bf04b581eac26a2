import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords } from '#lambdas/cost-reports/focus/csv-records.ts';

const field = fc.oneof(
  fc.constantFrom('', '"', '""', ',', '\n', '\r\n', 'a"b', ' padded ', '{"team":"bl,ue"}', '＝1', '🧾', 'ü'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((columns) =>
    fc.array(fc.array(field, { minLength: columns, maxLength: columns }), { maxLength: 8 }),
  );

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function recordsOf(
  text: string,
  pick: (header: readonly string[]) => readonly number[],
  size = 1 << 16,
) {
  const records: string[][] = [];
  for await (const batch of csvRecords(cut(Buffer.from(text), size), pick)) records.push(...batch);
  return records;
}

test('every field comes as a known reader reads it, wherever the chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('unix' as const, 'windows' as const),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async (rows, record_delimiter, endsWithLine, size) => {
        const columns = rows[0]?.length ?? 2;
        const header = Array.from({ length: columns }, (_, column) => `Column${column}`);
        const written = stringify([header, ...rows], { record_delimiter, quoted_match: /[\r\n]/ });
        const text = endsWithLine ? written : written.replace(/\r?\n$/, '');
        const known: string[][] = parse(text);
        const order = header.map((_, column) => column).toReversed();

        const read = await recordsOf(text, () => order, size);

        expect(read).toEqual(known.slice(1).map((record) => order.map((column) => record[column])));
      },
    ),
    { numRuns: 300 },
  );
});

test('a column that is not there is empty, one that is not wanted is left out', async () => {
  expect(await recordsOf('a,b,c\n1,"2,2",3\n', () => [2, -1, 1])).toEqual([['3', '', '2,2']]);
});

test.each(['', 'a,b\n', 'a,b'])('%j has no records', async (text) => {
  expect(await recordsOf(text, () => [0])).toEqual([]);
});

test.each([
  ['a,b\n1,"2', 'cut off'],
  ['a,b\n1\n', 'not as many fields'],
  ['a,b\n1,2,3\n', 'not as many fields'],
  ['a,b\n1,"2"x\n', 'goes on behind its quotes'],
  [`a,b\n1,"${'x'.repeat(5 * 1024 * 1024)}`, 'does not end'],
])('a broken file is an error, not fewer charges (%#)', async (text, message) => {
  await expect(recordsOf(text, () => [0])).rejects.toThrow(message);
});

test('bytes that are no UTF-8 are an error', async () => {
  const records = csvRecords([Buffer.from([0x61, 0x0a, 0xff, 0x0a])], () => [0]);

  await expect(records.next()).rejects.toThrow('encoded data');
});
