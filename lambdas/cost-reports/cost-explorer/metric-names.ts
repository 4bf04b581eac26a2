import type { Basis } from '#lambdas/cost-reports/cost-line.ts';

const METRICS: Record<Basis, string> = {
  unblended: 'UnblendedCost',
  amortized: 'AmortizedCost',
  net_unblended: 'NetUnblendedCost',
  net_amortized: 'NetAmortizedCost',
};

/** As most operations name it. */
export function metricOf(basis: Basis): string {
  return METRICS[basis];
}

/** As forecasts name it: `NET_UNBLENDED_COST`. */
export function upperMetricOf(basis: Basis): string {
  return `${basis.toUpperCase()}_COST`;
}
