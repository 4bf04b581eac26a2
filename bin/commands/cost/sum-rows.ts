import { sumColumns } from '#bin/commands/cost/sum-columns.ts';
import type { Cell, RowBatches, TableSchema } from '#lambdas/contracts/report.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import { MEASURES } from '#lambdas/cost-reports/measure.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';

/** What a month of a table comes to by its keys, the largest first. */
export type TableSums = {
  /** Names of key columns, as in the table. */
  keyNames: readonly string[];
  sumNames: readonly string[];
  groups: SumGroup[];
};
export type SumGroup = { keys: string[]; currency: string; sums: bigint[] };

/** These do not tell whose cost it is. */
const NO_KEYS = [
  'period_start',
  'period_end',
  'granularity',
  'basis',
  'currency',
  'amount',
  'estimated',
  'fetched_at',
];

/** Sums the rows of a report of costs in one pass; only a group for each key is held. */
export async function sumRows(schema: TableSchema, rows: RowBatches, basis: Basis): Promise<TableSums> {
  const names = schema.columns.map(({ name }) => name);
  const { names: sumNames, columnsOf, consumed } = sumColumns(names, basis);
  const keyNames = names.filter((name) => !NO_KEYS.includes(name) && !consumed.includes(name));
  const places = keyNames.map((name) => names.indexOf(name));
  // An account is known by its id: two may bear one name, and one may change it.
  const ids = places.filter((_, index) => !keyNames[index]?.endsWith('_name'));
  const [currencyAt, amountAt] = [names.indexOf('currency'), names.indexOf('amount')];

  const groups = new Map<string, SumGroup>();
  for await (const batch of rows) {
    for (const row of batch) {
      const currency = textOf(row[currencyAt]);
      const id = [currency, ...ids.map((place) => textOf(row[place]))].join('\0');
      const group = groups.get(id) ?? { keys: [], currency, sums: sumNames.map(() => 0n) };
      groups.set(id, group);
      group.keys = places.map((place, index) => textOf(row[place]) || (group.keys[index] ?? ''));
      for (const column of columnsOf(row)) {
        group.sums[column] = (group.sums[column] ?? 0n) + (row[amountAt] as bigint);
      }
    }
  }
  const isTotal = keyNames.length === 1 && keyNames[0] === 'measure';
  return { keyNames, sumNames, groups: [...groups.values()].sort(isTotal ? byMeasure : bySize) };
}

/** From gross by what it is made of to net. */
function byMeasure(a: SumGroup, b: SumGroup): number {
  return placeOf(a) - placeOf(b);
}

function placeOf({ keys: [measure] }: SumGroup): number {
  return MEASURES.findIndex((known) => known === measure);
}

/** By the largest of its sums, whatever its sign: what a credit offsets is not small. */
function bySize(a: SumGroup, b: SumGroup): number {
  const [x, y] = [sizeOf(a), sizeOf(b)];
  if (x !== y) return x > y ? -1 : 1;
  return a.keys.join('\0') < b.keys.join('\0') ? -1 : 1;
}

function sizeOf({ sums }: SumGroup): bigint {
  return sums.reduce((size, sum) => {
    const own = absolute(sum);
    return own > size ? own : size;
  }, 0n);
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
