import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { AccountStanding, ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import { compareAccount } from '#lambdas/trusted-advisor-sweep/compare/compare-account.ts';
import type { AdvisorApi } from '#lambdas/trusted-advisor-sweep/read/advisor-api.ts';
import { stateOf } from '#lambdas/trusted-advisor-sweep/read/advisor-errors.ts';
import type { Catalogue } from '#lambdas/trusted-advisor-sweep/read/catalogue.ts';
import { type ChecksReading, readChecks } from '#lambdas/trusted-advisor-sweep/read/read-checks.ts';
import { checksToRefresh } from '#lambdas/trusted-advisor-sweep/refresh/checks-to-refresh.ts';
import type { LeftToAws } from '#lambdas/trusted-advisor-sweep/refresh/left-to-aws.ts';
import { type RefreshCount, refreshChecks } from '#lambdas/trusted-advisor-sweep/refresh/refresh-checks.ts';
import { toSnapshot } from '#lambdas/trusted-advisor-sweep/remember/to-snapshot.ts';
import { toFailedStanding, toReadStanding } from '#lambdas/trusted-advisor-sweep/remember/to-standing.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';
import type { KeptStanding, SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';
import { toReadings } from '#lambdas/trusted-advisor-sweep/tell/to-readings.ts';

/** How it went with one account. `error`: what a person should look at, also where the account was read. */
export type AccountOutcome = {
  account: string;
  state: ReadState;
  since: string;
  messages: number;
  refresh?: RefreshCount;
  error?: unknown;
};

export type SweepContext = { catalogue: Catalogue; leftToAws: LeftToAws };

/** Where an account's snapshot lies. */
export function snapshotKey(account: string): string {
  return `${stateKey('trusted-advisor-sweep', `accounts/${account}`)}.gz`;
}

/**
 * Reads an account, sends what differs from the table of items, keeps what it has for the reports, and has old results
 * made anew. That it was tried is written before anything is refreshed, so that each day asks once.
 */
export async function sweepAccount(
  account: string,
  kept: KeptStanding | undefined,
  context: SweepContext,
  ports: SweepPorts,
): Promise<AccountOutcome> {
  const before = kept?.standing;
  const version = kept?.version ?? 0;
  const { api, reading, standing, messages } = await readAccount(account, before, context, ports);
  await ports.items.writeStanding(account, standing, version);
  const refresh = await refreshOld(api, reading, context, ports);
  const { refreshed, notRefreshable } = refresh;
  if (standing.counts && refreshed + notRefreshable > 0) {
    const counts = { ...standing.counts, refreshed, notRefreshable };
    await ports.items.writeStanding(account, { ...standing, counts }, version + 1);
  }
  const error = errorOf(reading, refresh);
  return {
    account,
    state: 'ok',
    since: standing.since,
    messages,
    refresh,
    ...(error === undefined ? {} : { error }),
  };
}

/** Writes down that an account could not be read, and why. */
export async function failAccount(
  account: string,
  kept: KeptStanding | undefined,
  error: unknown,
  { items, now }: Pick<SweepPorts, 'items' | 'now'>,
): Promise<AccountOutcome> {
  const state = stateOf(error);
  const standing = toFailedStanding(state, kept?.standing, now());
  await items.writeStanding(account, standing, kept?.version ?? 0);
  return { account, state, since: standing.since, messages: 0, error };
}

async function readAccount(
  account: string,
  before: AccountStanding | undefined,
  { catalogue }: SweepContext,
  ports: SweepPorts,
): Promise<{ api: AdvisorApi; reading: ChecksReading; standing: AccountStanding; messages: number }> {
  const { items, store, settings, now } = ports;
  const { selection } = settings;
  const api = await ports.openAccount(account);
  const rows = await items.rowsOf(account);
  const reading = await readChecks(api, catalogue, rows, now());
  const at = now();
  const difference = compareAccount({
    account,
    reading,
    rows,
    catalogue,
    standing: before,
    selection,
    now: at,
  });
  const readings = toReadings(account, difference, at);
  if (readings.length > 0) await ports.tell(readings);
  // What was read is told, though nothing follows from what was not.
  if ('stoppedBy' in reading) throw reading.stoppedBy;
  if (reading.answered.size === 0 && reading.failures[0]) throw reading.failures[0].error;
  const key = snapshotKey(account);
  const last = await readJson<Snapshot>(store, key);
  const snapshot = toSnapshot({ account, reading, before: last, standing: before, selection, now: at });
  await writeJson(store, key, snapshot);
  const standing = toReadStanding(reading, snapshot.items.length, before, at);
  return { api, reading, standing, messages: readings.length };
}

async function refreshOld(
  api: AdvisorApi,
  reading: ChecksReading,
  { leftToAws }: SweepContext,
  { settings: { refreshAfterHours }, hasTime, now }: SweepPorts,
): Promise<RefreshCount> {
  if (refreshAfterHours === undefined) return { refreshed: 0, notRefreshable: 0, failed: 0 };
  const isLeftToAws = (check: string) => leftToAws.has(check, now());
  const old = checksToRefresh(reading, { olderThanHours: refreshAfterHours, isLeftToAws }, now());
  return refreshChecks(api, old, { leftToAws, hasTime, now });
}

/** Throttled, or not allowed to refresh: the reading is as good without. */
function errorOf({ failures }: ChecksReading, { stoppedBy }: RefreshCount): unknown {
  if (failures[0]) return failures[0].error;
  return stoppedBy !== undefined && stateOf(stoppedBy) === 'failed' ? stoppedBy : undefined;
}
