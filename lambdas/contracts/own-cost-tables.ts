import {
  ACCOUNT,
  CURRENCY,
  column,
  decimal,
  FETCHED,
  PERIOD,
  percent,
} from '#lambdas/contracts/cost-columns.ts';
import type { Column, TableSchema } from '#lambdas/contracts/report.ts';

/** The reports that are not costs by period and key. */
type OwnReport =
  | 'ri-coverage'
  | 'ri-utilization'
  | 'ri-recommendations'
  | 'sp-coverage'
  | 'sp-utilization'
  | 'comparison-drivers'
  | 'forecast';

/** Reports with columns of their own, by month. */
export const OWN_TABLES: Record<OwnReport, TableSchema> = {
  'ri-coverage': own('ri-coverage', 'Coverage by reservations', 'Hours that reservations covered.', [
    column('service', 'text', 'Whose reservations.'),
    decimal('reserved_hours', 'Hours that reservations covered.'),
    decimal('on_demand_hours', 'Hours at on-demand price.'),
    decimal('running_hours', 'All hours.'),
    percent('coverage_percent', 'all hours'),
  ]),
  'ri-utilization': own('ri-utilization', 'Utilization of reservations', 'Hours that were bought and used.', [
    column('service', 'text', 'Whose reservations.'),
    decimal('purchased_hours', 'Hours that were bought.'),
    decimal('used_hours', 'Hours of them that ran.'),
    decimal('unused_hours', 'Hours of them that did not.'),
    percent('utilization_percent', 'the bought hours'),
    CURRENCY,
    decimal('net_savings', 'Against on-demand prices, less unused hours.'),
    decimal('amortized_fee', 'Upfront and recurring fees of the period.'),
  ]),
  'ri-recommendations': own('ri-recommendations', 'Recommended reservations', 'What AWS recommends to buy.', [
    column('service', 'text', 'Of which reservations.'),
    ...ACCOUNT,
    column('what', 'text', 'Instance or node type, with its Region.'),
    column('term', 'code', 'ONE_YEAR or THREE_YEARS.'),
    column('payment_option', 'code', 'NO_UPFRONT, PARTIAL_UPFRONT, ALL_UPFRONT and others.'),
    decimal('count', 'So many to buy.'),
    CURRENCY,
    decimal('upfront_cost', 'Once.'),
    decimal('monthly_cost', 'Each month of the term.'),
    decimal('monthly_savings', 'As AWS estimates.'),
  ]),
  'sp-coverage': own('sp-coverage', 'Coverage by Savings Plans', 'Spend that Savings Plans covered.', [
    CURRENCY,
    decimal('covered_spend', 'At on-demand prices.'),
    decimal('on_demand_cost', 'What no plan covered.'),
    decimal('total_cost', 'Both.'),
    percent('coverage_percent', 'both'),
  ]),
  'sp-utilization': own('sp-utilization', 'Utilization of Savings Plans', 'Commitments that were used.', [
    CURRENCY,
    decimal('commitment', 'All that was committed to.'),
    decimal('used_commitment', 'What usage made of it.'),
    decimal('unused_commitment', 'What was paid for nothing.'),
    percent('utilization_percent', 'the commitment'),
    decimal('net_savings', 'Against on-demand prices.'),
    decimal('on_demand_equivalent', 'What the usage would have cost.'),
    decimal('amortized_commitment', 'Upfront and recurring, spread over the term.'),
  ]),
  'comparison-drivers': own(
    'comparison-drivers',
    'Why costs changed',
    'The period against the month before it.',
    [
      column('service', 'text', 'Whose costs changed.'),
      column('selector', 'text', 'What else AWS narrowed it to.'),
      column('driver_type', 'code', 'USAGE_CHANGE, CREDIT, SUPPORT_FEE and others; empty for the sum.'),
      column('driver', 'text', "AWS's name of the driver; empty for the sum."),
      CURRENCY,
      decimal('baseline', 'Of the month before.'),
      decimal('comparison', 'Of the period.'),
      decimal('change', 'Comparison less baseline.'),
    ],
  ),
  forecast: own('forecast', 'Forecast', 'What AWS expects for the rest of the month.', [
    column('basis', 'code', 'As in the reports of costs.'),
    CURRENCY,
    decimal('mean', 'Expected.'),
    decimal('low', 'Lower bound.'),
    decimal('high', 'Upper bound.'),
    column('level', 'integer', 'The bounds hold with so many percent.'),
  ]),
};

function own(name: OwnReport, title: string, about: string, columns: Column[]): TableSchema {
  return { name, title, about, columns: [...PERIOD, ...columns, FETCHED] };
}
