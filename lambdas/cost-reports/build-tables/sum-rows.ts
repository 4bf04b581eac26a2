import type { Row } from '#lambdas/contracts/report.ts';
import { groupedRows } from '#lambdas/cost-reports/build-tables/grouped-rows.ts';
import type { PeriodScan } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { TypeSums } from '#lambdas/cost-reports/check/type-sums.ts';
import { type Amounts, BASES } from '#lambdas/cost-reports/cost-line.ts';
import type { Granularity } from '#lambdas/cost-reports/cost-query.ts';
import { MEASURES } from '#lambdas/cost-reports/measure.ts';
import { categoryOf, measuresOf } from '#lambdas/cost-reports/record-type.ts';

type Context = { granularity: Granularity; fetchedAt: string };

/** The table `total`: every measure of each period, also those that are nothing. */
export function totalRows(periods: readonly PeriodScan[], context: Context): Row[] {
  return periods.flatMap((period) => {
    const byBasis = BASES.map((basis) => [basis, measuresOf(amountsOn(basis, period.sums))] as const);
    return MEASURES.flatMap((measure) => {
      const amounts = Object.fromEntries(byBasis.map(([basis, measures]) => [basis, measures[measure]]));
      return groupedRows(period, [measure], amounts as Amounts, context);
    });
  });
}

/** The table `record-types`: each kind of charge as AWS names it, with the measure that it counts for. */
export function recordTypeRows(periods: readonly PeriodScan[], context: Context): Row[] {
  return periods.flatMap((period) =>
    [...period.sums].flatMap(([type, amounts]) =>
      groupedRows(period, [type, categoryOf(type)], amounts, context),
    ),
  );
}

function amountsOn(basis: keyof Amounts, sums: TypeSums): [string, bigint][] {
  return [...sums].map(([type, amounts]) => [type, amounts[basis]]);
}
