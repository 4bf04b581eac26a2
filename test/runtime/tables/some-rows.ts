import fc from 'fast-check';
import type { Cell, ColumnType, Row } from '#lambdas/contracts/report.ts';
import { A_TABLE } from '#test/runtime/tables/a-table.ts';

/** Every character there is, those that spreadsheets and formats stumble over more often than others. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...Array.from('=+-@\t\r\n\0＝＋－＠",;\'{}\\é😀 a1')), maxLength: 8 }),
);
const anyMoment = fc.date({
  min: new Date('2000-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});

const CELLS: Record<ColumnType, fc.Arbitrary<Cell>> = {
  text: anyText,
  code: anyText,
  date: anyMoment.map((moment) => moment.toISOString().slice(0, 10)),
  timestamp: anyMoment.map((moment) => moment.toISOString()),
  boolean: fc.boolean(),
  integer: fc.maxSafeInteger(),
  decimal: fc.oneof(
    fc.bigInt({ min: -1000n, max: 1000n }),
    fc.bigInt({ min: -(10n ** 38n) + 1n, max: 10n ** 38n - 1n }),
  ),
};

/** Rows of the table, in batches of any size; cells of the nullable columns may be null. */
export const someBatches: fc.Arbitrary<Row[][]> = fc.array(
  fc.array(fc.tuple(...A_TABLE.columns.map(({ type }) => fc.option(CELLS[type], { freq: 8 }))), {
    maxLength: 6,
  }),
  { maxLength: 4 },
);
