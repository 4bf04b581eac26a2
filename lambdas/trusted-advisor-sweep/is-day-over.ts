import type { AccountStanding } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** An estate that cannot be read within a day gets its reports nevertheless. */
const LONGEST_WAIT_MS = 30 * 3_600_000;

/** Whether the reports of a day are to be made: when each account was tried since the last ones, and once a date. */
export function isDayOver(
  standings: readonly (Pick<AccountStanding, 'triedAt'> | undefined)[],
  publishedAt: string | undefined,
  now: Date,
): boolean {
  if (publishedAt?.slice(0, 10) === now.toISOString().slice(0, 10)) return false;
  const since = publishedAt === undefined ? 0 : Date.parse(publishedAt);
  if (publishedAt !== undefined && now.getTime() - since >= LONGEST_WAIT_MS) return true;
  return standings.every((standing) => standing !== undefined && Date.parse(standing.triedAt) > since);
}
