import { READ_STATES, type ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import type { AccountOutcome } from '#lambdas/trusted-advisor-sweep/sweep-account.ts';
import type { SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

/** Of a line of the log. */
const PLACES_LOGGED = 100;
/** AWS may be asked too much for an hour; for longer, something is wrong. */
const THROTTLED_TOO_LONG_MS = 24 * 3_600_000;

/** What a run came to. */
export type SweepCount = {
  accounts: Record<ReadState, number>;
  messages: number;
  refreshed: number;
  refreshFailed: number;
  /** Accounts that are left to the next run. */
  notBegun: number;
  /** Accounts that are no members any more. */
  left: number;
  published: boolean;
};

export function countOutcomes(
  outcomes: AccountOutcome[],
): Pick<SweepCount, 'accounts' | 'messages' | 'refreshed' | 'refreshFailed'> {
  const sum = (of: (outcome: AccountOutcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
  const accounts = Object.fromEntries(
    READ_STATES.map((state) => [state, sum((one) => (one.state === state ? 1 : 0))]),
  ) as Record<ReadState, number>;
  return {
    accounts,
    messages: sum(({ messages }) => messages),
    refreshed: sum(({ refresh }) => refresh?.refreshed ?? 0),
    refreshFailed: sum(({ refresh }) => refresh?.failed ?? 0),
  };
}

/** A plan, a role or a right that is missing is a state, and told in reports; all else somebody must look at. */
export function throwFailures(
  outcomes: AccountOutcome[],
  others: unknown[],
  { report, now }: Pick<SweepPorts, 'report' | 'now'>,
): void {
  const failures = outcomes.filter((outcome) => isFailure(outcome, now()));
  for (const some of Map.groupBy(failures, ({ error }) => nameOf(error)).values()) {
    const places = some.slice(0, PLACES_LOGGED).map(({ account }) => account);
    report('Accounts could not be read', some[0]?.error, places);
  }
  const errors = failures.map(({ account, error }) => {
    const fields = { account };
    return new PermanentError('An account could not be read', { cause: error, fields });
  });
  if (errors.length + others.length === 0) return;
  throw new AggregateError([...errors, ...others], 'Some of the sweep of Trusted Advisor failed');
}

function isFailure({ state, since, error }: AccountOutcome, now: Date): boolean {
  if (state === 'ok') return error !== undefined;
  if (state === 'throttled') return now.getTime() - Date.parse(since) >= THROTTLED_TOO_LONG_MS;
  return state === 'failed';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
