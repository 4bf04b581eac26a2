import {
  ACCOUNT,
  CURRENCY,
  column,
  decimal,
  FETCHED,
  PERIOD,
  RECORD_TYPE,
} from '#lambdas/contracts/cost-columns.ts';
import { OWN_TABLES } from '#lambdas/contracts/own-cost-tables.ts';
import type { Column, TableSchema } from '#lambdas/contracts/report.ts';

export { OWN_TABLES } from '#lambdas/contracts/own-cost-tables.ts';

/** The reports that settings choose from. `tags` and `cost-categories` come with the keys that settings name. */
export const COST_REPORTS = [
  'total',
  'services',
  'record-types',
  'accounts',
  'commitment-use',
  'accounts-by-service',
  'regions',
  'tags',
  'cost-categories',
  'ri-coverage',
  'ri-utilization',
  'ri-recommendations',
  'sp-coverage',
  'sp-utilization',
  'comparison-drivers',
  'forecast',
] as const;
export type CostReport = (typeof COST_REPORTS)[number];

/** Reports of costs by day and by month: each is a table of its own for each of the two. */
export const GROUPED_REPORTS = [
  'total',
  'services',
  'record-types',
  'accounts',
  'commitment-use',
  'accounts-by-service',
  'regions',
  'tags',
  'cost-categories',
] as const satisfies readonly CostReport[];
export type GroupedReport = (typeof GROUPED_REPORTS)[number];

/** What stands between period and basis, in each report of costs. */
const KEYS: Record<GroupedReport, Column[]> = {
  total: [
    column(
      'measure',
      'code',
      'gross, credits, refunds, tax, support, net and others; see the documentation.',
    ),
  ],
  services: [column('service', 'text', 'As Cost Explorer names it.'), RECORD_TYPE],
  'record-types': [RECORD_TYPE, column('category', 'code', 'The measure of `total` that it counts for.')],
  accounts: [...ACCOUNT, RECORD_TYPE],
  'commitment-use': [
    ...ACCOUNT,
    column('commitment', 'code', 'savings_plan or reservation.'),
    column('measure', 'code', 'covered_usage, negation, recurring_fee or upfront_fee.'),
  ],
  'accounts-by-service': [...ACCOUNT, column('service', 'text', 'As Cost Explorer names it.')],
  regions: [column('region', 'code', 'Region code, global or NoRegion.'), RECORD_TYPE],
  tags: [
    column('tag_key', 'text', 'Key of a cost allocation tag.'),
    column('tag_value', 'text', 'Empty: without this tag.'),
    RECORD_TYPE,
  ],
  'cost-categories': [
    column('cost_category', 'text', 'Name of a cost category.'),
    column('cost_category_value', 'text', 'Empty: in none.'),
    RECORD_TYPE,
  ],
};

const TITLES: Record<GroupedReport, string> = {
  total: 'Total',
  services: 'Services',
  'record-types': 'Kinds of charges',
  accounts: 'Accounts',
  'commitment-use': 'Use of commitments by account',
  'accounts-by-service': 'Services of each account',
  regions: 'Regions',
  tags: 'Tags',
  'cost-categories': 'Cost categories',
};

/** `services-monthly`, `accounts-daily` … One row a period, key and basis. */
export function groupedTable(report: GroupedReport, granularity: 'DAILY' | 'MONTHLY'): TableSchema {
  const by = granularity === 'DAILY' ? 'day' : 'month';
  return {
    name: `${report}-${granularity.toLowerCase()}`,
    title: `${TITLES[report]} by ${by}`,
    about: `Costs by ${by}, exact, on every basis.`,
    columns: [
      ...PERIOD,
      column('granularity', 'code', 'DAILY or MONTHLY.'),
      ...(KEYS[report] ?? []),
      column('basis', 'code', 'unblended, amortized, net_unblended or net_amortized.'),
      CURRENCY,
      decimal('amount', 'Exact.'),
      column('estimated', 'boolean', 'AWS may still change it.'),
      FETCHED,
    ],
  };
}

/** Every table of cost reports, whatever the settings choose. */
export function allCostTables(): TableSchema[] {
  const grouped = GROUPED_REPORTS.flatMap((report) => [
    groupedTable(report, 'DAILY'),
    groupedTable(report, 'MONTHLY'),
  ]);
  return [...grouped, ...Object.values(OWN_TABLES)];
}
