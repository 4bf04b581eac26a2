import type { WatchRecord } from '#lambdas/contracts/directory.ts';
import type { HeartbeatSettings } from '#lambdas/contracts/settings.ts';
import type { Census, CountedAccount } from '#lambdas/heartbeat/census.ts';
import { limitOf } from '#lambdas/heartbeat/watch.ts';

/** An account's Region that should have been heard and was not. */
export type Silent = { account: string; name?: string; region: string };

export type Tally = {
  /** Accounts of which something is expected. */
  accounts: number;
  heard: number;
  /** In the order of the accounts' names. */
  silent: Silent[];
  /** Neither: they are new, and have had no time to speak. */
  awaited: number;
  /** How many of those heard run another version than the hub. */
  otherVersions: Record<string, number>;
};

/** Who was heard in time, who is silent and who is new. */
export function toTally(
  { accounts, knowsAccounts }: Census,
  watch: WatchRecord,
  settings: HeartbeatSettings,
  now: Date,
): Tally {
  const tally: Tally = { accounts: 0, heard: 0, silent: [], awaited: 0, otherVersions: {} };
  const limit = limitOf(settings, now);
  for (const [id, account] of accounts) {
    const expected = settings.regions.filter((region) =>
      settings.hasDirectory ? knowsAccounts && isMember(id, account, settings) : account.beats.has(region),
    );
    if (expected.length > 0) tally.accounts += 1;
    for (const region of expected) {
      const beat = account.beats.get(region);
      if (beat && beat.at >= limit) hear(tally, beat.version, settings);
      else if (isNew(account, region, watch, settings, limit)) tally.awaited += 1;
      else tally.silent.push({ account: id, ...nameOf(id, account, settings), region });
    }
  }
  tally.silent.sort(byName);
  return tally;
}

function isMember(id: string, { targetSince }: CountedAccount, { managementAccount }: HeartbeatSettings) {
  return id === managementAccount || targetSince !== undefined;
}

function hear(tally: Tally, version: string, settings: HeartbeatSettings): void {
  tally.heard += 1;
  if (version === settings.version) return;
  tally.otherVersions[version] = (tally.otherVersions[version] ?? 0) + 1;
}

/** Without a directory a Region is expected because it was heard once: it is not new. */
function isNew(
  { targetSince = -Infinity }: CountedAccount,
  region: string,
  { since }: WatchRecord,
  { hasDirectory }: HeartbeatSettings,
  limit: number,
): boolean {
  return hasDirectory && Math.max(targetSince, Date.parse(since[region] ?? '')) >= limit;
}

function nameOf(id: string, { name }: CountedAccount, { accounts }: HeartbeatSettings): { name?: string } {
  const known = name ?? accounts.find((account) => account.id === id)?.name;
  return known ? { name: known } : {};
}

function byName(a: Silent, b: Silent): number {
  return sortKeyOf(a) < sortKeyOf(b) ? -1 : 1;
}

function sortKeyOf({ name, account, region }: Silent): string {
  return [name ?? account, account, region].join('\n');
}
