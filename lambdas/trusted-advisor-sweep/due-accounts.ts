import type { AccountStanding } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

const HOUR_MS = 3_600_000;
/** Runs begin on the hour, or a little earlier or later. */
const DAILY_MS = 23.5 * HOUR_MS;
const AGAIN_MS = 0.75 * HOUR_MS;

type Tried = Pick<AccountStanding, 'state' | 'triedAt'>;

/** Accounts whose day has come, longest waiting first, and those that are tried again for a failure of an hour ago. */
export function dueAccounts(
  accounts: readonly string[],
  standingOf: (account: string) => Tried | undefined,
  now: Date,
): string[] {
  const waited = (account: string) => {
    const triedAt = standingOf(account)?.triedAt;
    return triedAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(triedAt);
  };
  return accounts
    .filter((account) => waited(account) >= (isTriedAgain(standingOf(account)) ? AGAIN_MS : DAILY_MS))
    .toSorted((one, other) => compare(waited(other), waited(one)));
}

/** Whether it may work soon: a plan, a role, a right come by people, and not within the hour. */
function isTriedAgain(standing: Tried | undefined): boolean {
  return standing?.state === 'throttled' || standing?.state === 'failed';
}

/** Infinity less infinity is no number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
