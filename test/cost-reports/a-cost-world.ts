import { vi } from 'vitest';
import { type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Provenance, TableSchema } from '#lambdas/contracts/report.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { CostPorts } from '#lambdas/cost-reports/cost-ports.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { CostState, MonthState } from '#lambdas/cost-reports/cost-state.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';
import { sourceOfSettings } from '#lambdas/cost-reports/source-client.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';
import {
  type ServedLedger,
  serveCostExplorer,
} from '#test/local/counterparts/cost-explorer/serve-cost-explorer.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

type Given = ServedLedger & { settings?: Partial<CostSettings> };

/** Runs against a served ledger, by the real client of Cost Explorer, on whatever day. */
export async function aCostWorld({ settings, ...ledger }: Given = {}) {
  const served = await serveCostExplorer(ledger);
  vi.stubEnv('AWS_ENDPOINT_URL', served.url);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const store = memoryStore();
  const observed: Observation[] = [];
  const pages: { month: string; provenance: Provenance; state: MonthState | undefined }[] = [];
  const world = {
    settings: someSettings(settings),
    hasTime: () => true,
    /** Names of queries that AWS does not answer for now. */
    failing: new Set<string>(),
    /** Names of queries whose answers hold a group without an amount. */
    misread: new Set<string>(),
  };

  /** A run that was due at nine of a day. */
  async function run(set: RunSet, day: string): Promise<void> {
    served.switches.today = day;
    const at = `${day}T09:00:00.000Z`;
    const now = () => new Date(at);
    const hasTime = () => world.hasTime();
    const ports: CostPorts = {
      store,
      openSource: failingSource(sourceOfSettings({ settings: world.settings, store, hasTime, now }), world),
      observe: async (observation) => void observed.push(observation),
      publishPage: async (month, provenance, state) => void pages.push({ month, provenance, state }),
      publishChart: async () => undefined,
      linkTo: (key) => `https://reports.example/${key}`,
      hasTime,
      settings: world.settings,
      account: '000000000009',
    };
    await runCosts({ kind: 'run', set, at }, ports);
  }

  const json = (name: string, month: string) =>
    readJson<{ provenance: Provenance; rows: Record<string, unknown>[] }>(
      store,
      `exports/${name}/${month}.json`,
    );
  return Object.assign(world, {
    served,
    store,
    observed,
    pages,
    run,
    billed: () => billedRequests(served.billed),
    notes: async (name: string, month: string) => (await json(name, month))?.provenance.notes ?? [],
    provenance: async (name: string, month: string) => (await json(name, month))?.provenance,
    state: () => readJson<CostState>(store, 'state/cost-reports/state.json'),
    rows: (name: string, month: string) => rowsOf(store, schemaOf(name), month),
    close: async () => {
      vi.unstubAllEnvs();
      await served.close();
    },
  });
}

type Faults = Record<'failing' | 'misread', ReadonlySet<string>>;

function failingSource(open: CostPorts['openSource'], { failing, misread }: Faults): CostPorts['openSource'] {
  return (run) => {
    const { source, spent } = open(run);
    const fetch: CostSource['fetch'] = async (query) => {
      if (failing.has(query.name)) throw new RetryLaterError('Not today', { afterSeconds: 7 });
      return source.fetch(query);
    };
    const lines: CostSource['lines'] = (query, month) => {
      if (misread.has(query.name)) throw new Error('A group of Cost Explorer has no amount');
      return source.lines(query, month);
    };
    return { source: { ...source, fetch, lines }, spent };
  };
}

export type CostWorld = Awaited<ReturnType<typeof aCostWorld>>;

function schemaOf(name: string): TableSchema {
  const [, report = '', granularity = ''] = /^(.*)-(daily|monthly)$/.exec(name) ?? [];
  return groupedTable(report as GroupedReport, granularity === 'daily' ? 'DAILY' : 'MONTHLY');
}

/** Rows by the names of their columns, decimals as text. */
async function rowsOf(store: Parameters<typeof readTable>[0], schema: TableSchema, month: string) {
  const rows: Record<string, unknown>[] = [];
  for await (const batch of readTable(store, schema, month)) {
    for (const row of batch) {
      rows.push(
        Object.fromEntries(
          schema.columns.map(({ name }, index) => {
            const cell = row[index];
            return [name, typeof cell === 'bigint' ? formatDecimal(cell) : cell];
          }),
        ),
      );
    }
  }
  return rows;
}
