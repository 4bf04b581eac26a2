import {
  type AccountStanding,
  READ_STATES,
  type ReadState,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';

/** How an account stands on the day of a publishing: as its last reading says, unless that is older than the day. */
export type DayState = ReadState | 'skipped';
export const DAY_STATES: DayState[] = [...READ_STATES, 'skipped'];

/** Accounts are tried each 24 hours, by runs an hour apart, and a day is published after 30 at the latest. */
const SKIPPED_AFTER_MS = 30 * 3_600_000;

export function dayStateOf(
  { state, triedAt }: Pick<AccountStanding, 'state' | 'triedAt'>,
  at: string,
): DayState {
  return Date.parse(at) - Date.parse(triedAt) >= SKIPPED_AFTER_MS ? 'skipped' : state;
}
