import type { Account } from '#lambdas/contracts/settings.ts';
import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';

/** Account → why it is silent. */
export type SilentStates = Record<string, ReadState>;
export type SilentAccount = { account: Account; state: ReadState };

const FAILS_FOR_MS = 2 * 86_400_000;
/** In the order in which they are told. */
export const SILENT_STATES: ReadState[] = ['no-plan', 'no-role', 'refused', 'failed'];

/**
 * The accounts of which nobody would hear. An error may pass by itself, and too many requests do: they make no account
 * silent at once, nor one that was silent heard.
 */
export function silentAccounts(
  accounts: readonly StandingAccount[],
  at: string,
  before: SilentStates = {},
): SilentAccount[] {
  return accounts
    .flatMap(({ account, standing: { state, since } }) => {
      const isPassing =
        state === 'throttled' || (state === 'failed' && Date.parse(at) - Date.parse(since) <= FAILS_FOR_MS);
      const silent = isPassing ? before[account.id] : state;
      return silent && SILENT_STATES.includes(silent) ? [{ account, state: silent }] : [];
    })
    .sort((one, other) => (one.account.id < other.account.id ? -1 : 1));
}
