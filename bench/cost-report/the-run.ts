import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { costExplorerSource } from '#lambdas/cost-reports/cost-explorer/cost-explorer-source.ts';
import { type CostMessage, runIdOf } from '#lambdas/cost-reports/cost-message.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { usageOf } from '#lambdas/cost-reports/cost-run.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { publishPage } from '#lambdas/cost-reports/publish/publish-page.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';

/** The first run of an Organization by month: thirteen of them, in four tables. */
export const MESSAGE: CostMessage = { kind: 'run', set: 'monthly', at: '2026-11-22T09:00:00.000Z' };
export const RUN = runIdOf(MESSAGE);
const SETTINGS = someSettings({ reports: ['total', 'services', 'accounts', 'regions'] });
export const PLAN = planRun({ ...MESSAGE, settings: SETTINGS });

/** What the run asks by a key beside the record type. */
export function queryBy(key: string): UsageQuery {
  const queries = PLAN.queries.flatMap(({ query }) => usageOf(query) ?? []);
  const found = queries.find(({ groupBy }) => groupBy[0]?.key === key);
  if (!found) throw new Error(`The run does not ask by ${key}`);
  return found;
}

/** Ports of a run in a folder that has all pages already. */
export function portsIn(folder: string): CostPorts {
  const store = folderStore(folder);
  const hasTime = () => true;
  const now = () => new Date(MESSAGE.at);
  const buy = async () => {
    throw new Error('All pages are there: nothing is bought');
  };
  const counter = { reserve: buy, giveBack: buy };
  return {
    store,
    settings: SETTINGS,
    account: '000000000001',
    hasTime,
    openSource: (run) => ({
      source: costExplorerSource({ ask: buy, counter, store, run, now, hasTime }),
      spent: async () => 0,
    }),
    observe: async () => {},
    publishPage: publishPage(store, SETTINGS),
    publishChart: async () => undefined,
    linkTo: () => undefined,
  };
}
