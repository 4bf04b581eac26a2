import { type CostRun, mainQueryOf } from '#lambdas/cost-reports/cost-run.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import { DRIFT_CHECK } from '#lambdas/cost-reports/plan/plan-monthly.ts';

/**
 * Months that have costs in store and of which AWS has none any more: an account that leaves an Organization
 * loses its history. What is stored is then all there is.
 */
export function vanishedMonths({ plan, scans, state }: Pick<CostRun, 'plan' | 'scans' | 'state'>): string[] {
  const main = mainQueryOf(plan)?.name;
  const vanished = plan.queries.flatMap(({ query: { name, period } }) => {
    const scan = name === DRIFT_CHECK || name === main ? scans.get(name) : undefined;
    const absent = scan ? monthsIn(period).filter((month) => !scan.months.has(month)) : [];
    return absent.filter((month) => Object.keys(state.months[month]?.sums ?? {}).length > 0);
  });
  return [...new Set(vanished)];
}
