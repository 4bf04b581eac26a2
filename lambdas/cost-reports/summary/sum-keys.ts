import type { Basis, CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { Period, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import type { Measure, Measures } from '#lambdas/cost-reports/measure.ts';
import { addAmount, categoryOf, emptyMeasures, type MeasureSums } from '#lambdas/cost-reports/record-type.ts';
import { isWithin } from '#lambdas/cost-reports/summary/windows.ts';

/** Billed for a month on one of its days: in one of two weeks, it moves nothing. */
const ONCE_A_MONTH: readonly Measure[] = ['commitment_fees', 'tax', 'support'];

/** What one service or account came to in two periods, without what is billed once a month. */
export type KeySums = { key: string; name?: string; current: Measures; previous: Measures };
type Growing = { key: string; name?: string; current: MeasureSums; previous: MeasureSums };
type Wanted = { query: UsageQuery; basis: Basis; currency: string; current: Period; previous: Period };

/** Sums lines by the key that stands beside the record type; memory grows with the keys, not with the lines. */
export async function sumKeys(
  batches: AsyncIterable<readonly CostLine[]>,
  { query, basis, currency, current, previous }: Wanted,
): Promise<KeySums[]> {
  const recordType = recordTypeIndexOf(query);
  const place = recordType === 0 ? 1 : 0;
  const byKey = new Map<string, Growing>();
  for await (const lines of batches) {
    for (const line of lines) {
      const isCurrent = isWithin(line.start, current);
      if (line.currency !== currency || !(isCurrent || isWithin(line.start, previous))) continue;
      const type = line.keys[recordType] ?? '';
      if (ONCE_A_MONTH.includes(categoryOf(type))) continue;
      const key = line.keys[place] ?? '';
      const sums = byKey.get(key) ?? { key, current: emptyMeasures(), previous: emptyMeasures() };
      byKey.set(key, sums);
      addAmount(isCurrent ? sums.current : sums.previous, type, line.amounts[basis]);
      const name = line.keyNames[place];
      if (name) sums.name = name;
    }
  }
  return [...byKey.values()];
}
