import { addTo, type GrowingSums, type TypeSums } from '#lambdas/cost-reports/check/type-sums.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import { monthOf } from '#lambdas/cost-reports/periods.ts';

/** A day or a month of one currency. */
export type PeriodScan = {
  start: string;
  end: string;
  currency: string;
  /** AWS calls at least one line of it estimated. */
  estimated: boolean;
  sums: TypeSums;
};

/** What one pass over all lines of a query tells: sums, which are few whatever the number of lines. */
export type QueryScan = {
  /** By month, `YYYY-MM`, in their order. */
  months: ReadonlyMap<string, readonly PeriodScan[]>;
  /** Some line has a value for the first key: not all is untagged. */
  hasValues: boolean;
};

/** `recordTypeIndex`: which key is the record type; -1: none, all sums are under ''. */
export async function scanLines(
  batches: AsyncIterable<readonly CostLine[]>,
  recordTypeIndex: number,
): Promise<QueryScan> {
  const periods = new Map<string, PeriodScan & { sums: GrowingSums }>();
  let hasValues = false;
  for await (const lines of batches) {
    for (const { start, end, currency, estimated, keys, amounts } of lines) {
      const id = `${start} ${currency}`;
      let period = periods.get(id);
      if (!period) periods.set(id, (period = { start, end, currency, estimated, sums: new Map() }));
      period.estimated ||= estimated;
      addTo(period.sums, keys[recordTypeIndex] ?? '', amounts);
      hasValues ||= keys[0] !== '';
    }
  }
  const inOrder = [...periods.values()].sort((one, other) => (one.start < other.start ? -1 : 1));
  return { months: Map.groupBy(inOrder, ({ start }) => monthOf(start)), hasValues };
}

/** A month as a whole. */
export function sumsOf(periods: readonly PeriodScan[] = []): TypeSums {
  const sums: GrowingSums = new Map();
  for (const period of periods) for (const [type, amounts] of period.sums) addTo(sums, type, amounts);
  return sums;
}
