import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { scanLines } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { CostRun } from '#lambdas/cost-reports/cost-run.ts';
import { recordTypeIndexOf } from '#lambdas/cost-reports/group-keys.ts';
import { publishTables } from '#lambdas/cost-reports/publish/publish-tables.ts';
import type { UsageSample } from '#test/conformance/cost-samples/usage-sample.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';
import { type MemoryStore, memoryStore } from '#test/runtime/memory-store.ts';

export type PublishedSample = {
  schema: TableSchema;
  months: string[];
  notes: readonly string[];
  lines: CostLine[];
  store: MemoryStore;
};

const AT = '2026-11-22T09:00:00.000Z';
const RUN = '2026-11-22T090000Z-monthly';

/** A sample as the answer of a run: bought, stored raw, read, and published in every format. */
export async function publishSample(sample: UsageSample): Promise<PublishedSample> {
  const { query, answer, report, share } = sample;
  const store = memoryStore();
  const { source } = aSource({ ask: async () => ({ answer }), store, run: RUN });
  const fetched = await source.fetch(query);
  if (fetched.state === 'refused') throw new Error(fetched.message);

  const schema = groupedTable(report, query.granularity);
  const planned = { query, tables: [schema], ...(share ? { share } : {}), expectedPages: 1 };
  const scan = await scanLines(source.lines(query), recordTypeIndexOf(query));
  const run: CostRun = {
    at: AT,
    plan: { run: RUN, set: 'monthly', today: '2026-11-22', queries: [planned], expectedRequests: 1 },
    settings: someSettings({ parquet: true }),
    state: { months: {}, pages: {} },
    source,
    drifts: [],
    outcomes: new Map([[query.name, fetched]]),
    scans: new Map([[query.name, scan]]),
  };
  const notes = fetched.notes.map((text) => ({ text }));
  const months = await publishTables(run, notes, { store, hasTime: () => true, requests: 1 });
  return { schema, months, notes: fetched.notes, lines: await linesOf(source, query), store };
}
