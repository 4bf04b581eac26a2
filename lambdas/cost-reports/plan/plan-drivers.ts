import { OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import { metricOf } from '#lambdas/cost-reports/cost-explorer/metric-names.ts';
import { lastWholeMonths } from '#lambdas/cost-reports/periods.ts';
import type { Draft, Planning } from '#lambdas/cost-reports/plan/planning.ts';

/** AWS gives no more in a page, and in no order that is promised: a second page would not be the lesser ones. */
const DRIVERS_A_PAGE = 10;

/** Why the last whole month differs from the one before: one page. */
export function planDrivers({ settings, today }: Planning): Draft[] {
  if (!settings.reports.includes('comparison-drivers')) return [];
  const { baseline, comparison } = lastWholeMonths(today);
  return [
    {
      query: {
        operation: 'GetCostComparisonDrivers',
        name: 'comparison-drivers',
        period: comparison,
        input: {
          BaselineTimePeriod: { Start: baseline.start, End: baseline.end },
          ComparisonTimePeriod: { Start: comparison.start, End: comparison.end },
          MetricForComparison: metricOf(settings.basis),
          MaxResults: DRIVERS_A_PAGE,
        },
        mostPages: 1,
      },
      tables: [OWN_TABLES['comparison-drivers']],
    },
  ];
}
