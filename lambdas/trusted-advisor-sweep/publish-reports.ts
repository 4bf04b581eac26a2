import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountStanding } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { isDayOver } from '#lambdas/trusted-advisor-sweep/is-day-over.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';
import { snapshotKey } from '#lambdas/trusted-advisor-sweep/sweep-account.ts';
import type { KeptStanding, SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

/** Makes the reports of the day once all accounts were tried; gives when, or undefined where it is not yet time. */
export async function publishReports(
  accounts: readonly Account[],
  standings: ReadonlyMap<string, KeptStanding>,
  publishedAt: string | undefined,
  ports: Pick<SweepPorts, 'items' | 'store' | 'publish' | 'hasTime' | 'now'>,
): Promise<string | undefined> {
  const at = ports.now();
  const all = accounts.map((account) => ({ account, standing: standings.get(account.id)?.standing }));
  const isOver = isDayOver(
    all.map(({ standing }) => standing),
    publishedAt,
    at,
  );
  if (!isOver || !ports.hasTime()) return undefined;
  await ports.publish({
    at,
    date: at.toISOString().slice(0, 10),
    checks: (await ports.items.knownChecks())?.checks.checks ?? [],
    accounts: all.map(({ account, standing = notTried(at) }) => ({ account, standing })),
    readSnapshot: (account) => readJson<Snapshot>(ports.store, snapshotKey(account)),
  });
  return at.toISOString();
}

/** One for which there was no time in all the hours of a day. */
function notTried(at: Date): AccountStanding {
  const now = at.toISOString();
  return { state: 'failed', since: now, triedAt: now, heardAt: now };
}
