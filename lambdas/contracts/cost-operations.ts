/** The operations of Cost Explorer that Reeve asks: its role allows these and no others. */
export const COST_OPERATIONS = [
  'GetCostAndUsage',
  'GetCostForecast',
  'GetReservationCoverage',
  'GetReservationUtilization',
  'GetReservationPurchaseRecommendation',
  'GetSavingsPlansCoverage',
  'GetSavingsPlansUtilization',
  'GetCostComparisonDrivers',
] as const;
export type CostOperation = (typeof COST_OPERATIONS)[number];
