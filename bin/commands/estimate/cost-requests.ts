import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { BASES } from '#lambdas/cost-reports/cost-line.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { lastMonths, monthsIn } from '#lambdas/cost-reports/periods.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import type { RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';

/** What a month of the schedules asks and writes. */
export type CostWork = { requests: number; rows: number; files: number };

/** The middle of a month: daily runs read it and the month before. */
const AT = '2026-11-16T09:00:00Z';
const DAY_MS = 86_400_000;
/** NDJSON, CSV with its metadata, JSON, Parquet; and the page that AWS sent. */
const FILES_PER_TABLE = 5;
/** State, counters, page and chart. */
const FILES_PER_RUN = 10;
/** Read again until AWS changes them no more. */
const OPEN_MONTHS = 2;

/** Nothing here grows with the accounts but rows, and with them the pages. The caps hold, whatever there is to ask. */
export function costWork(settings: CostSettings, accounts: number): CostWork {
  const daily = steadyPlan(settings, 'daily');
  const monthly = steadyPlan(settings, 'monthly');
  const { caps, focus } = settings;
  const runOf = (plan: RunPlan) => {
    const pages = plan.queries.map(({ query }) =>
      Math.ceil(linesOf(query, accounts) / ASSUMED.costLinesPerPage),
    );
    return Math.min(
      pages.reduce((sum, count) => sum + count, 0),
      caps.run,
    );
  };
  const requests = focus ? 0 : Math.min(DAYS_PER_MONTH * runOf(daily) + runOf(monthly), caps.month);
  return {
    requests,
    rows: rowsOf(daily, accounts) * DAYS_PER_MONTH + rowsOf(monthly, accounts),
    files: requests + DAYS_PER_MONTH * filesOf(daily) + filesOf(monthly),
  };
}

/** That of a deployment which has run for some months: older ones are frozen, and compared with what AWS says now. */
function steadyPlan(settings: CostSettings, set: RunPlan['set']): RunPlan {
  const first = planRun({ set, at: AT, settings });
  const frozen = lastMonths(first.today, settings.historyMonths).slice(0, -OPEN_MONTHS);
  const month = { frozenAt: AT, sums: {}, fetchedAt: AT, run: first.run, restatements: [] };
  const state: CostState = {
    months: Object.fromEntries(frozen.map((name) => [name, month])),
    pages: Object.fromEntries(first.queries.map(({ query }) => [query.name, 1])),
  };
  return planRun({ set, at: AT, settings, state });
}

/** Groups of all days or months of a query, as AWS pages them; at least one, since an empty page is a page. */
function linesOf(query: CostQuery, accounts: number): number {
  if (query.operation !== 'GetCostAndUsage') return 1;
  const { start, end } = query.period;
  const periods =
    query.granularity === 'DAILY'
      ? (Date.parse(end) - Date.parse(start)) / DAY_MS
      : monthsIn(query.period).length;
  const groups = query.groupBy.reduce((product, { key }) => product * groupsOf(key, accounts), 1);
  return Math.max(groups * periods, 1);
}

function groupsOf(key: string, accounts: number): number {
  if (key === 'LINKED_ACCOUNT') return accounts;
  if (key === 'RECORD_TYPE') return ASSUMED.costRecordTypes;
  return ASSUMED.costGroups;
}

/** Of the tables of a query one has all its groups; the others are sums. */
function rowsOf({ queries }: RunPlan, accounts: number): number {
  return queries.reduce((sum, { query }) => sum + linesOf(query, accounts) * BASES.length, 0);
}

function filesOf({ queries }: RunPlan): number {
  const tables = queries.flatMap(({ tables: some }) => some).length;
  return tables * OPEN_MONTHS * FILES_PER_TABLE + FILES_PER_RUN;
}
