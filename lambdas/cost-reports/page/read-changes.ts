import type { GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { Change, Changes, Sum } from '#lambdas/cost-reports/page/page-data.ts';
import { type PageMonths, readComparable } from '#lambdas/cost-reports/page/read-comparable.ts';
import type { Stored, TableSums } from '#lambdas/cost-reports/page/sum-table.ts';
import { categoryOf } from '#lambdas/cost-reports/record-type.ts';

/** A report by some of its columns, this month against the one before; undefined where it is not stored. */
export async function readChanges(
  store: Stored,
  report: GroupedReport,
  by: readonly string[],
  months: PageMonths,
): Promise<Changes | undefined> {
  const found = await readComparable(store, report, [...by, 'record_type'], months);
  if (!found) return undefined;
  const rows = new Map<string, Change>();
  const add = (sums: TableSums | undefined, side: 'current' | 'previous') => {
    for (const { cells, name, amount } of sums?.sums ?? []) {
      const keys = cells.slice(0, -1);
      const id = JSON.stringify(keys);
      const row = rows.get(id) ?? { cells: keys, ...(name && { name }) };
      rows.set(id, { ...row, [side]: added(row[side], cells.at(-1) ?? '', amount) });
    }
  };
  add(found.current, 'current');
  add(found.previous, 'previous');
  const { days, current } = found;
  return {
    ...(days && { days }),
    fetchedAt: current.fetchedAt,
    hasPrevious: found.previous !== undefined,
    rows: [...rows.values()].sort(byNet),
  };
}

function added(sum: Sum | undefined, recordType: string, amount: bigint): Sum {
  const { charges, credits, net } = sum ?? { charges: 0n, credits: 0n, net: 0n };
  const isCredit = ['credits', 'refunds'].includes(categoryOf(recordType));
  return isCredit
    ? { charges, credits: credits + amount, net: net + amount }
    : { charges: charges + amount, credits, net: net + amount };
}

function byNet(a: Change, b: Change): number {
  return (
    compare(b.current?.net ?? 0n, a.current?.net ?? 0n) ||
    compare(b.previous?.net ?? 0n, a.previous?.net ?? 0n) ||
    compare(JSON.stringify(a.cells), JSON.stringify(b.cells))
  );
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
