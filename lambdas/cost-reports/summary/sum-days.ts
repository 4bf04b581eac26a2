import type { Basis, CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { Period, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import { MEASURES, type Measures } from '#lambdas/cost-reports/measure.ts';
import { addAmount, emptyMeasures, type MeasureSums } from '#lambdas/cost-reports/record-type.ts';
import { isWithin } from '#lambdas/cost-reports/summary/windows.ts';

/** What all lines of a query come to, day by day. */
export type DaySums = {
  /** Of the first line; undefined where there is no line. */
  currency: string | undefined;
  /** Lines in these are in no sum. */
  otherCurrencies: string[];
  /** A day without lines has no entry: it is not a day that cost nothing. */
  days: ReadonlyMap<string, { measures: Measures; estimated: boolean }>;
};

/** Sums lines by the day that they begin on. */
export async function sumDays(
  batches: AsyncIterable<readonly CostLine[]>,
  query: UsageQuery,
  basis: Basis,
): Promise<DaySums> {
  const recordType = recordTypeIndexOf(query);
  const days = new Map<string, { measures: MeasureSums; estimated: boolean }>();
  const otherCurrencies = new Set<string>();
  let currency = '';
  for await (const lines of batches) {
    for (const line of lines) {
      // Nothing may come without a currency.
      currency ||= line.currency;
      if (line.currency !== currency) {
        if (line.amounts[basis] !== 0n) otherCurrencies.add(line.currency);
        continue;
      }
      const day = days.get(line.start) ?? { measures: emptyMeasures(), estimated: false };
      addAmount(day.measures, line.keys[recordType] ?? '', line.amounts[basis]);
      day.estimated ||= line.estimated;
      days.set(line.start, day);
    }
  }
  return { currency: currency || undefined, otherCurrencies: [...otherCurrencies].sort(), days };
}

/** The exact sum of the days of a period. */
export function sumOf({ days }: DaySums, period: Period): Measures {
  const total = emptyMeasures();
  for (const [day, { measures }] of days) {
    if (!isWithin(day, period)) continue;
    for (const measure of MEASURES) total[measure] += measures[measure];
  }
  return total;
}
