import { gunzipSync } from 'node:zlib';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { dayTableKey, exportKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { publishMeasures } from '#lambdas/support-cases/measure/publish-measures.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';
import { memoryPorts } from '#test/support-cases/memory-ports.ts';

export const NOW = new Date('2026-11-23T06:20:00.000Z');
const READ = '2026-11-23T06:00:00.000Z';

type Known = { account: Account; reading: AccountReading | undefined; cases: CaseRow[] };

/** An account that was read today; give what matters to the test. */
export function aReadAccount(
  id: string,
  cases: Partial<CaseRow>[] = [],
  over: Partial<AccountReading> = {},
): Known {
  const reading: AccountReading = {
    state: 'ok',
    since: READ,
    triedAt: READ,
    openReadAt: READ,
    baselineAt: READ,
    ...over,
  };
  return { account: { id, name: `team-${id}`, ou: '/prod', tags: {} }, reading, cases: cases as CaseRow[] };
}

/** The reports of a day, as they are written. */
export async function aPublication(known: readonly Known[], now = NOW) {
  const store = memoryStore();
  const { ports } = memoryPorts({ world: { accounts: {} } as never, accounts: [], now: () => now });
  const rows = {
    ...ports.rows,
    casesOf: async (id: string) => known.find(({ account }) => account.id === id)?.cases ?? [],
  };
  await publishMeasures(known, { ...ports, rows, store }, now);
  const date = now.toISOString().slice(0, 10);
  const text = (key: string) => Buffer.from(store.files.get(key) ?? []);
  return {
    store,
    rows: ({ name }: TableSchema) =>
      gunzipSync(text(dayTableKey(name, date)))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    file: ({ name }: TableSchema, extension: string) => text(exportKey(name, date, extension)).toString(),
  };
}
