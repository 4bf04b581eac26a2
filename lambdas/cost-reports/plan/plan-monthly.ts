import {
  type CostReport,
  GROUPED_REPORTS,
  type GroupedReport,
  groupedTable,
} from '#lambdas/contracts/cost-tables.ts';
import type { GroupKey, Period, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { ACCOUNT, RECORD_TYPE, REGION, SERVICE } from '#lambdas/cost-reports/group-keys.ts';
import { periodSince } from '#lambdas/cost-reports/periods.ts';
import { planCommitments } from '#lambdas/cost-reports/plan/plan-commitments.ts';
import { planDrivers } from '#lambdas/cost-reports/plan/plan-drivers.ts';
import { askedFrom, type Draft, type Planning } from '#lambdas/cost-reports/plan/planning.ts';
import { queryName } from '#lambdas/cost-reports/plan/query-name.ts';

/** Of all months that are kept, by record type alone: what frozen months are compared with. */
export const DRIFT_CHECK = 'drift-check';

/**
 * The chosen reports by month. One request spans any number of months, so that each pair of keys is asked once:
 * all months the first time, then from the first that is not frozen. Total, services and kinds of charges are
 * one query; so are accounts and their use of commitments.
 */
export function planMonthly(planning: Planning): Draft[] {
  return [
    ...driftCheck(planning),
    ...groupedDrafts(planning),
    ...planCommitments(planning),
    ...planDrivers(planning),
  ];
}

function groupedDrafts(planning: Planning): Draft[] {
  const { settings, today } = planning;
  const isChosen = (report: CostReport) => settings.reports.includes(report);
  if (!GROUPED_REPORTS.some(isChosen)) return [];

  const monthly = (name: string, key: GroupKey, second: GroupKey, reports: GroupedReport[]): Draft => ({
    query: usage(name, periodSince(askedFrom(name, planning), today), [key, second]),
    tables: reports.filter(isChosen).map((report) => groupedTable(report, 'MONTHLY')),
  });
  const keyed = (report: 'tags' | 'cost-categories', type: 'TAG' | 'COST_CATEGORY', key: string): Draft => ({
    ...monthly(
      queryName(type === 'TAG' ? 'tag' : 'cost-category', key, '-monthly'),
      { type, key },
      RECORD_TYPE,
      [report],
    ),
    share: { column: type === 'TAG' ? 'tag_key' : 'cost_category', value: key },
  });
  const services = monthly('services-monthly', SERVICE, RECORD_TYPE, ['total', 'services', 'record-types']);
  const others = [
    monthly('accounts-monthly', ACCOUNT, RECORD_TYPE, ['accounts', 'commitment-use']),
    monthly('regions-monthly', REGION, RECORD_TYPE, ['regions']),
    ...settings.tags.map((tag) => keyed('tags', 'TAG', tag)),
    ...settings.costCategories.map((name) => keyed('cost-categories', 'COST_CATEGORY', name)),
  ].filter(isWanted);
  const split = monthly('accounts-by-service-monthly', ACCOUNT, SERVICE, ['accounts-by-service']);
  // Freezing and reconciling need one query with record types at least.
  const isNeeded = isWanted(services) || others.length === 0;
  return [...(isNeeded ? [services] : []), ...others, ...[split].filter(isWanted)];
}

function isWanted({ tables }: Draft): boolean {
  return tables.length > 0;
}

/** Only once something is frozen: a first run reads everything anyway. */
function driftCheck({ today, history, isFrozen, settings }: Planning): Draft[] {
  const frozen = history.find(isFrozen);
  const isNeeded =
    frozen !== undefined && GROUPED_REPORTS.some((report) => settings.reports.includes(report));
  return isNeeded
    ? [{ query: usage(DRIFT_CHECK, periodSince(frozen, today), [RECORD_TYPE]), tables: [] }]
    : [];
}

function usage(name: string, period: Period, groupBy: GroupKey[]): UsageQuery {
  return { operation: 'GetCostAndUsage', name, granularity: 'MONTHLY', period, groupBy };
}
