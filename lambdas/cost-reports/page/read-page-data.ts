import { type CostReport, OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { Provenance } from '#lambdas/contracts/report.ts';
import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { MonthState, RequestCount } from '#lambdas/cost-reports/cost-state.ts';
import { missingTables } from '#lambdas/cost-reports/page/missing-tables.ts';
import type { Day, PageData } from '#lambdas/cost-reports/page/page-data.ts';
import { readChanges } from '#lambdas/cost-reports/page/read-changes.ts';
import { readCommitments } from '#lambdas/cost-reports/page/read-commitments.ts';
import type { PageMonths } from '#lambdas/cost-reports/page/read-comparable.ts';
import { readDays } from '#lambdas/cost-reports/page/read-days.ts';
import { readForecast } from '#lambdas/cost-reports/page/read-forecast.ts';
import { readSplits } from '#lambdas/cost-reports/page/read-splits.ts';
import { isOver, readTotal, readTrend } from '#lambdas/cost-reports/page/read-total.ts';
import { readRecords, type Stored } from '#lambdas/cost-reports/page/sum-table.ts';
import { addMonths, dayOf, monthOf } from '#lambdas/cost-reports/periods.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';

/** `reports`: those that settings choose; of them, what is not stored is named on the page. */
export type AboutPage = {
  basis: Basis;
  provenance: Provenance;
  reports: readonly CostReport[];
  /** Of the month as the run leaves it: the stored one is that of the run before. */
  state?: MonthState | undefined;
};

/** Reads what a page shows of a month (`YYYY-MM`) from the stored tables: sums by key are held, rows never. */
export async function readPageData(store: Stored, month: string, about: AboutPage): Promise<PageData> {
  const { basis, provenance, reports, state } = about;
  const before = addMonths(month, -1);
  const isRunning = !isOver(month, provenance.fetchedAt);
  const days = [...(await readDays(store, before, basis)), ...(await readDays(store, month, basis))];
  const known = isRunning && knownDays(days, month, provenance.fetchedAt);
  const months: PageMonths = { month, before, basis, ...(known && { days: known }) };
  const total = await readTotal(store, months);
  const data: PageData = {
    month,
    basis,
    currency: total?.currency || 'USD',
    provenance,
    partial: isRunning || (total?.partial ?? provenance.partial),
    ...(state?.frozenAt ? { frozenAt: state.frozenAt } : {}),
    restatements: state?.restatements ?? [],
    ...defined('requests', await readRequests(store, monthOf(provenance.fetchedAt))),
    ...(total && { total }),
    trend: await readTrend(store, months),
    days,
    ...defined('services', await readChanges(store, 'services', ['service'], months)),
    ...defined('accounts', await readChanges(store, 'accounts', ['account'], months)),
    ...defined('regions', await readChanges(store, 'regions', ['region'], months)),
    ...defined('kinds', await readChanges(store, 'record-types', ['category', 'record_type'], months)),
    splits: await readSplits(store, months),
    commitments: await readCommitments(store, months),
    ...defined('forecast', isRunning ? await readForecast(store, month, basis, days) : undefined),
    ...defined('drivers', await readRecords(store, OWN_TABLES['comparison-drivers'], month)),
    missing: [],
  };
  return { ...data, missing: missingTables(data, reports, isRunning) };
}

/** How many days of a running month are over and have costs: AWS's data may be late by some. */
function knownDays(days: readonly Day[], month: string, fetchedAt: string): number {
  const last = days.findLast(({ day }) => monthOf(day) === month && day < dayOf(fetchedAt));
  return last ? Number(last.day.slice(8)) : 0;
}

async function readRequests(store: Stored, month: string): Promise<PageData['requests']> {
  const count = await readJson<RequestCount>(store, stateKey('cost-reports', `requests-${month}`));
  return count && { ...count, month };
}

function defined<Name extends string, T>(name: Name, value: T | undefined): { [name in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]?: T });
}
