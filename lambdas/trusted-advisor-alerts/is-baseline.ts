import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { AccountStanding } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** The first reading of an account comes within hours; one that cannot be read must not stay unheard for ever. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/**
 * Whether an event tells of something that was there before Reeve looked, or before AWS made its check. Trusted Advisor
 * sends all that it knows when a check is refreshed, and all checks are when an account gets its support plan.
 */
export function isBaseline(
  { id }: Pick<AdvisorCheck, 'id'>,
  at: number,
  standing: AccountStanding | undefined,
): boolean {
  if (!standing) return true;
  const { baselineAt, heardAt, state, checks } = standing;
  if (!baselineAt) return state === 'no-plan' || at - Date.parse(heardAt) < LONGEST_WAIT_MS;
  return id !== undefined && checks !== undefined && !checks.includes(id);
}
