import type { CostReport } from '#lambdas/contracts/cost-tables.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';

export const EC2 = 'Amazon Elastic Compute Cloud - Compute';

/** Reports that fill the thirteen tables of aws-cost-explorer-report without tags: six requests. */
export const USUAL_REPORTS: CostReport[] = [
  'total',
  'services',
  'record-types',
  'accounts',
  'commitment-use',
  'regions',
  'ri-coverage',
  'ri-utilization',
  'ri-recommendations',
];

/** An Organization's settings; tags and cost categories choose their reports, as in the settings of a deployment. */
export function someSettings(settings: Partial<CostSettings> = {}): CostSettings {
  const { tags = [], costCategories = [], reports = USUAL_REPORTS } = settings;
  return {
    view: 'organization',
    payer: '000000000001',
    reservationServices: [EC2],
    historyMonths: 13,
    basis: 'net_unblended',
    caps: { run: 100, month: 1000 },
    parquet: false,
    accounts: [],
    tags,
    costCategories,
    ...settings,
    reports: [
      ...reports,
      ...(tags.length > 0 ? (['tags'] as const) : []),
      ...(costCategories.length > 0 ? (['cost-categories'] as const) : []),
    ],
  };
}
