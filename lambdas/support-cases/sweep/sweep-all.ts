import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading, CaseReadState } from '#lambdas/contracts/support/account-reading.ts';
import { BusyError, PermanentError } from '#lambdas/runtime/errors.ts';
import { workSideBySide } from '#lambdas/runtime/work-side-by-side.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import type { KeptReading, SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { redactUnread } from '#lambdas/support-cases/sweep/redact-unread.ts';
import { sweepAccount } from '#lambdas/support-cases/sweep/sweep-account.ts';
import { tellFirstLook } from '#lambdas/support-cases/sweep/tell-first-look.ts';

/** AWS limits each account by itself. */
const ACCOUNTS_AT_ONCE = 10;
/** AWS may be asked too much for an hour; for longer, something is wrong. */
const THROTTLED_TOO_LONG_MS = 24 * 3_600_000;
/** Of a line of the log. */
const PLACES_LOGGED = 100;

type Outcome = { account: string; state: CaseReadState; since: string; error?: unknown };
export type SweepCount = { accounts: Partial<Record<CaseReadState, number>>; notBegun: number };

/**
 * Sweeps all accounts, those first that were not tried for longest, as many as there is time for. Who cannot be read never
 * stops the others; what should not have failed is an error when all else is done. `run` names the run of the schedule:
 * repeated, it asks nobody again.
 */
export async function sweepAll(ports: SupportPorts, run?: string): Promise<SweepCount> {
  const { rows } = ports;
  const known = await ports.readAccounts();
  const kept = new Map<string, KeptReading>();
  await workSideBySide(known.asked, ACCOUNTS_AT_ONCE, async ({ id }) => {
    const reading = await rows.readingOf(id);
    if (reading) kept.set(id, reading);
  });
  const triedAt = ({ id }: Account) => kept.get(id)?.reading.triedAt ?? '';
  const accounts = known.asked.toSorted((one, other) => triedAt(one).localeCompare(triedAt(other)));
  const outcomes: Outcome[] = [];
  const readings = new Map([...kept].map(([id, { reading }]) => [id, reading]));
  const sweep = async (account: Account) => {
    const last = kept.get(account.id)?.reading;
    if (last && run !== undefined && last.run === run) {
      outcomes.push({ account: account.id, state: last.state, since: last.since });
      return;
    }
    try {
      const reading = await sweepAccount(account, { kept: kept.get(account.id), run }, ports);
      readings.set(account.id, reading);
      outcomes.push({ account: account.id, state: 'ok', since: reading.since });
    } catch (error) {
      if (!(error instanceof BusyError)) outcomes.push(await fail(account, error, run, ports));
    }
  };
  const notBegun = await workSideBySide(accounts, ACCOUNTS_AT_ONCE, sweep, ports.hasTime);
  await tellFirstLook(known, readings, ports);
  const read = new Set(outcomes.filter(({ state }) => state === 'ok').map(({ account }) => account));
  const unredacted = await redactUnread(known, read, ports);
  throwFailures(outcomes, ports);
  if (unredacted.length > 0) throw new AggregateError(unredacted, 'Some cases could not be redacted anew');
  return { accounts: countStates(outcomes), notBegun: notBegun.length };
}

/** Writes down that an account could not be read, and why; what was read of it before stays. */
async function fail(
  { id }: Account,
  error: unknown,
  run: string | undefined,
  { rows, now }: SupportPorts,
): Promise<Outcome> {
  const at = now().toISOString();
  const state = stateOf(error);
  try {
    // What was written of the account meanwhile counts.
    const kept = await rows.readingOf(id);
    const since = kept?.reading.state === state ? kept.reading.since : at;
    const reading: AccountReading = { ...kept?.reading, state, since, triedAt: at, run };
    await rows.writeReading(id, reading, kept?.version ?? 0);
    return { account: id, state, since, error };
  } catch (unwritten) {
    return { account: id, state: 'failed', since: at, error: unwritten };
  }
}

/** A plan, a role or a right that is missing is a state, and told in a notice; all else somebody must look at. */
function throwFailures(outcomes: Outcome[], { report, now }: SupportPorts): void {
  const failures = outcomes.filter(({ state, since }) =>
    state === 'throttled' ? now().getTime() - Date.parse(since) >= THROTTLED_TOO_LONG_MS : state === 'failed',
  );
  for (const some of Map.groupBy(failures, ({ error }) => nameOf(error)).values()) {
    const places = some.slice(0, PLACES_LOGGED).map(({ account }) => account);
    report('Accounts could not be read', some[0]?.error, places);
  }
  if (failures.length === 0) return;
  const errors = failures.map(
    ({ account, error }) =>
      new PermanentError('An account could not be read', { cause: error, fields: { account } }),
  );
  throw new AggregateError(errors, 'Some of the sweep of support cases failed');
}

function countStates(outcomes: Outcome[]): SweepCount['accounts'] {
  const count: SweepCount['accounts'] = {};
  for (const { state } of outcomes) count[state] = (count[state] ?? 0) + 1;
  return count;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
