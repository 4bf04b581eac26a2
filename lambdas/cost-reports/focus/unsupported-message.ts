import type { OtherQuery } from '#lambdas/cost-reports/cost-query.ts';

/** What an export does not hold, and the report of the settings that asks for it. */
const REPORTS: Record<OtherQuery['operation'], [what: string, report: string]> = {
  GetCostForecast: ['no forecast', 'forecast'],
  GetReservationCoverage: ['no hours that reservations covered', 'ri-coverage'],
  GetReservationUtilization: ['no hours that reservations were not used', 'ri-utilization'],
  GetReservationPurchaseRecommendation: ['no recommendations', 'ri-recommendations'],
  GetSavingsPlansCoverage: ['no spend that Savings Plans covered', 'sp-coverage'],
  GetSavingsPlansUtilization: ['no use of commitments', 'sp-utilization'],
  GetCostComparisonDrivers: ['no reasons for changes', 'comparison-drivers'],
};

/** Why an export does not answer a question of another kind than costs, and how to be rid of it. */
export function unsupportedMessage({ operation }: Pick<OtherQuery, 'operation'>): string {
  const [what, report] = REPORTS[operation];
  return `A FOCUS export has ${what}: leave ${report} out of costs.reports in reeve.config.ts, or leave out costs.focus, so that Cost Explorer is asked.`;
}
