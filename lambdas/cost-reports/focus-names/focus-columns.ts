import type { Cell, Column, ColumnType } from '#lambdas/contracts/report.ts';
import { chargeCategoryOf } from '#lambdas/cost-reports/focus-names/charge-category.ts';

/** A column by its name in FOCUS, or with `x_` a column of ours, and what it is made from. */
export type FocusColumn = { column: Column; from: readonly string[]; cellOf: (...cells: Cell[]) => Cell };

const same = (cell: Cell = null) => cell;
const midnight = (day: Cell = null) => `${String(day)}T00:00:00Z`;
const pair = (key: Cell = null, value: Cell = null) =>
  value === '' || value === null ? '{}' : JSON.stringify({ [String(key)]: value });

/** In the order of the file; those are left out whose sources a table lacks. https://focus.finops.org/focus-specification/ */
export const FOCUS_COLUMNS: readonly FocusColumn[] = [
  of('BillingPeriodStart', 'timestamp', 'First moment of the month, in UTC.', 'period_start', monthOf),
  of('BillingPeriodEnd', 'timestamp', 'First moment of the month after.', 'period_start', monthAfter),
  of('ChargePeriodStart', 'timestamp', 'First moment of the day or month.', 'period_start', midnight),
  of('ChargePeriodEnd', 'timestamp', 'First moment after it.', 'period_end', midnight),
  of('SubAccountId', 'code', 'Twelve digits.', 'account'),
  of('SubAccountName', 'text', 'As AWS gave it; empty where it gave none.', 'account_name'),
  of('ServiceName', 'text', 'As Cost Explorer names it.', 'service'),
  of('RegionId', 'code', 'Region code or global; empty where there is none.', 'region', (region = null) =>
    region === 'NoRegion' ? null : region,
  ),
  of(
    'ChargeCategory',
    'code',
    'From x_RecordType; empty where it is not known.',
    'record_type',
    (type = null) => chargeCategoryOf(String(type)),
  ),
  of('x_RecordType', 'text', "AWS's kind of charge.", 'record_type'),
  of('x_Category', 'code', 'The measure of the report `total` that it counts for.', 'category'),
  of(
    'Tags',
    'text',
    'The tag as a JSON object; an empty one where it is missing.',
    ['tag_key', 'tag_value'],
    pair,
  ),
  of(
    'x_CostCategories',
    'text',
    'The cost category as a JSON object; an empty one where it is in none.',
    ['cost_category', 'cost_category_value'],
    pair,
  ),
  of('BillingCurrency', 'code', 'Of all costs of the row.', 'currency'),
  of('BilledCost', 'decimal', 'Net unblended.', 'net_unblended'),
  of('EffectiveCost', 'decimal', 'Net amortized.', 'net_amortized'),
  of('x_UnblendedCost', 'decimal', 'Before discounts.', 'unblended'),
  of('x_AmortizedCost', 'decimal', 'Before discounts, fees spread over their term.', 'amortized'),
  of('x_Granularity', 'code', 'DAILY or MONTHLY.', 'granularity'),
  of('x_Estimated', 'boolean', 'AWS may still change it.', 'estimated'),
  of('x_FetchedAt', 'timestamp', 'When the source was asked.', 'fetched_at'),
];

function of(
  name: string,
  type: ColumnType,
  about: string,
  from: string | readonly string[],
  cellOf: FocusColumn['cellOf'] = same,
): FocusColumn {
  return { column: { name, type, about }, from: [from].flat(), cellOf };
}

function monthOf(day: Cell = null): string {
  return `${String(day).slice(0, 7)}-01T00:00:00Z`;
}

function monthAfter(day: Cell = null): string {
  const [year = 0, month = 0] = String(day).split('-').map(Number);
  return `${new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)}T00:00:00Z`;
}
