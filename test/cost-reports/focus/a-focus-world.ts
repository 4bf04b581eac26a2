import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Cell, Provenance } from '#lambdas/contracts/report.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { CostState } from '#lambdas/cost-reports/cost-state.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { aFocusSource } from '#test/cost-reports/focus/a-focus-source.ts';
import { type AnExport, PLACE } from '#test/cost-reports/focus/an-export.ts';
import { NOT_KEYS } from '#test/cost-reports/not-keys.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

/** Runs that read an export instead of asking Cost Explorer, on whatever day. */
export function aFocusWorld(exported: AnExport, settings: Partial<CostSettings> = {}) {
  const store = memoryStore();
  const observed: Observation[] = [];
  const chosen = someSettings({ focus: PLACE, ...settings });

  const run = (set: RunSet, today: string) =>
    runCosts(
      { kind: 'run', set, at: `${today}T09:00:00.000Z` },
      {
        store,
        openSource: () => ({ source: aFocusSource(exported, { store, today }), spent: async () => 0 }),
        observe: async (observation) => void observed.push(observation),
        publishPage: async () => {},
        publishChart: async () => {},
        linkTo: () => undefined,
        hasTime: () => true,
        settings: chosen,
        account: '000000000009',
      },
    );

  /** Amounts of a table by start, keys and basis; what costs nothing is left out. */
  async function table(report: GroupedReport, granularity: 'DAILY' | 'MONTHLY', month: string) {
    const schema = groupedTable(report, granularity);
    const amounts = new Map<string, string>();
    for await (const rows of readTable(store, schema, month)) {
      for (const row of rows) {
        const cellOf = (name: string): Cell =>
          row[schema.columns.findIndex((column) => column.name === name)] ?? null;
        const [amount] = [cellOf('amount')];
        const keys = schema.columns.map(({ name }) => name).filter((name) => !NOT_KEYS.includes(name));
        if (typeof amount === 'bigint' && amount !== 0n) {
          amounts.set(keys.map(cellOf).join('|'), formatDecimal(amount));
        }
      }
    }
    return amounts;
  }

  const provenance = async (name: string, month: string) =>
    (await readJson<{ provenance: Provenance }>(store, `exports/${name}/${month}.json`))?.provenance;

  return {
    store,
    observed,
    run,
    table,
    provenance,
    state: () => readJson<CostState>(store, 'state/cost-reports/state.json'),
  };
}
