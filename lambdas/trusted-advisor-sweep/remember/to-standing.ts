import type { AccountStanding, ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { ChecksReading } from '#lambdas/trusted-advisor-sweep/read/read-checks.ts';

/** How an account stands after a reading that did not work: what the last one that did found stays known. */
export function toFailedStanding(
  state: Exclude<ReadState, 'ok'>,
  before: AccountStanding | undefined,
  now: Date,
): AccountStanding {
  const at = now.toISOString();
  return { heardAt: at, ...before, state, since: before?.state === state ? before.since : at, triedAt: at };
}

/** How an account stands after a reading that worked, and whose news were sent. */
export function toReadStanding(
  reading: ChecksReading,
  items: number,
  before: AccountStanding | undefined,
  now: Date,
): AccountStanding {
  const at = now.toISOString();
  return {
    state: 'ok',
    since: before?.state === 'ok' ? before.since : at,
    triedAt: at,
    readAt: at,
    baselineAt: before?.baselineAt ?? at,
    heardAt: before?.heardAt ?? at,
    checks: checksOf(reading, before),
    counts: {
      watched: reading.watched.length,
      read: reading.answered.size,
      failed: reading.failures.length + reading.refused.length,
      notAvailable: reading.notAvailable,
      items,
      excluded: reading.excluded,
      refreshed: 0,
      notRefreshable: 0,
    },
  };
}

/** Those that answered, now or before: of one that never did, all is new once it does. */
function checksOf({ watched, answered }: ChecksReading, before: AccountStanding | undefined): string[] {
  const known = new Set(before?.checks);
  return watched.map(({ id }) => id).filter((id) => answered.has(id) || known.has(id));
}
