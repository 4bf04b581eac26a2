import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runPorts } from '#bin/commands/cost/run-ports.ts';
import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { readTable } from '#lambdas/cost-reports/publish/read-table.ts';
import { runCosts } from '#lambdas/cost-reports/run-costs.ts';
import { aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { anExport, type Format, PLACE } from '#test/cost-reports/focus/an-export.ts';
import { someSettings } from '#test/cost-reports/some-settings.ts';
import { aBucket, serveObjectStore } from '#test/local/object-store/serve-object-store.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

let served: Awaited<ReturnType<typeof serveObjectStore>>;
beforeEach(async () => {
  served = await serveObjectStore(aBucket({ name: PLACE.bucket }));
  for (const [name, value] of Object.entries(served.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await served.close();
});

test.each<Format>(['csv', 'parquet'])(
  'reeve cost run reads an export in %s from its bucket, with the credentials at hand',
  async (format) => {
    const exported = anExport(format);
    exported.deliver('2026-10', [aFocusRow(), aFocusRow({ BilledCost: '2.5' })]);
    for (const [Key, { bytes }] of exported.contents) {
      await served.client.send(new PutObjectCommand({ Bucket: PLACE.bucket, Key, Body: bytes }));
    }
    const store = memoryStore();
    const settings = someSettings({ focus: PLACE, reports: ['services'] });
    const ports = runPorts({
      store,
      settings,
      account: '000000000001',
      planned: 1,
      progress: () => {},
      onRefusal: () => {},
    });

    await runCosts({ kind: 'run', set: 'monthly', at: '2026-11-22T09:00:00Z' }, ports);

    const schema = groupedTable('services', 'MONTHLY');
    const amount = schema.columns.findIndex(({ name }) => name === 'amount');
    const amounts: unknown[] = [];
    for await (const rows of readTable(store, schema, '2026-10'))
      amounts.push(...rows.map((row) => row[amount]));
    expect(amounts).toEqual(Array.from({ length: 4 }, () => 35_000_000_000n));
    expect(await ports.openSource('run').spent()).toBe(0);
  },
);
