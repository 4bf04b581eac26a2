import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import { workSideBySide } from '#lambdas/runtime/work-side-by-side.ts';
import { dueAccounts } from '#lambdas/trusted-advisor-sweep/due-accounts.ts';
import { endLeftAccount } from '#lambdas/trusted-advisor-sweep/end-left-accounts.ts';
import { publishReports } from '#lambdas/trusted-advisor-sweep/publish-reports.ts';
import { discoverChecks } from '#lambdas/trusted-advisor-sweep/read/discover-checks.ts';
import { LeftToAws } from '#lambdas/trusted-advisor-sweep/refresh/left-to-aws.ts';
import type { SweepState } from '#lambdas/trusted-advisor-sweep/remember/sweep-state.ts';
import {
  type AccountOutcome,
  failAccount,
  sweepAccount,
} from '#lambdas/trusted-advisor-sweep/sweep-account.ts';
import {
  countOutcomes,
  type SweepCount,
  throwFailures,
} from '#lambdas/trusted-advisor-sweep/sweep-outcome.ts';
import type { KeptStanding, SweepPorts } from '#lambdas/trusted-advisor-sweep/sweep-ports.ts';

const STATE_KEY = stateKey('trusted-advisor-sweep', 'sweep');
/** AWS limits each account by itself. */
const ACCOUNTS_AT_ONCE = 10;
const ROWS_AT_ONCE = 25;

/**
 * Reads the accounts whose day has come, as many as there is time for: the rest is the next hour's. Who cannot be read
 * never stops the others; what should not have failed is an error when all else is done.
 */
export async function sweepAccounts(ports: SweepPorts): Promise<SweepCount> {
  const { store, now } = ports;
  const state = (await readJson<SweepState>(store, STATE_KEY)) ?? { accounts: [], notRefreshable: {} };
  const known = await ports.readAccounts();
  const members = known.asked.map(({ id }) => id);
  const left = known.isByDirectory ? state.accounts.filter((id) => !members.includes(id)) : [];
  // Before any of them is tried: one that leaves after a crash is still known to have been there.
  const accounts = [...new Set([...state.accounts, ...members])];
  if (accounts.length > state.accounts.length) await writeJson(store, STATE_KEY, { ...state, accounts });

  const standings = await readStandings(members, ports);
  const due = dueAccounts(members, (account) => standings.get(account)?.standing, now());
  const leftToAws = new LeftToAws(state.notRefreshable);
  const outcomes: AccountOutcome[] = [];
  const notBegun = await sweepDue(due, { standings, leftToAws, outcomes }, ports);
  const { gone, errors } = await endLeft(left, ports);

  const next: SweepState = {
    ...state,
    accounts: accounts.filter((account) => !gone.includes(account)),
    notRefreshable: leftToAws.remembered(now()),
  };
  await writeJson(store, STATE_KEY, next);
  const publishedAt = await publishOnce(known, next, ports, errors);
  if (publishedAt) await writeJson(store, STATE_KEY, { ...next, publishedAt });

  throwFailures(outcomes, errors, ports);
  return {
    ...countOutcomes(outcomes),
    notBegun: notBegun.length,
    left: gone.length,
    published: publishedAt !== undefined,
  };
}

type Progress = {
  standings: Map<string, KeptStanding>;
  leftToAws: LeftToAws;
  outcomes: AccountOutcome[];
};

async function sweepDue(
  due: string[],
  { standings, leftToAws, outcomes }: Progress,
  ports: SweepPorts,
): Promise<string[]> {
  const answering = (account: string) => (standings.get(account)?.standing.state === 'ok' ? 0 : 1);
  const likely = due.toSorted((one, other) => answering(one) - answering(other));
  const { catalogue, unread } = await discoverChecks(likely, ports);
  const fail = async (account: string, error: unknown) => {
    outcomes.push(
      await failAccount(account, standings.get(account), error, ports).catch((cause: unknown) =>
        unwritten(account, cause, ports),
      ),
    );
  };
  for (const { account, error } of unread) await fail(account, error);
  const tried = new Set(unread.map(({ account }) => account));
  const rest = due.filter((account) => !tried.has(account));
  if (!catalogue) return rest;
  const context = { catalogue, leftToAws };
  const sweep = async (account: string) => {
    try {
      outcomes.push(await sweepAccount(account, standings.get(account), context, ports));
    } catch (error) {
      await fail(account, error);
    }
  };
  return workSideBySide(rest, ACCOUNTS_AT_ONCE, sweep, ports.hasTime);
}

function unwritten(account: string, error: unknown, { now }: Pick<SweepPorts, 'now'>): AccountOutcome {
  return { account, state: 'failed', since: now().toISOString(), messages: 0, error };
}

async function readStandings(accounts: string[], { items }: SweepPorts): Promise<Map<string, KeptStanding>> {
  const standings = new Map<string, KeptStanding>();
  for (let start = 0; start < accounts.length; start += ROWS_AT_ONCE) {
    const some = accounts.slice(start, start + ROWS_AT_ONCE);
    const found = await Promise.all(some.map((account) => items.standingOf(account)));
    for (const [index, account] of some.entries()) {
      const kept = found[index];
      if (kept) standings.set(account, kept);
    }
  }
  return standings;
}

async function endLeft(left: string[], ports: SweepPorts): Promise<{ gone: string[]; errors: unknown[] }> {
  const ended: { gone: string[]; errors: unknown[] } = { gone: [], errors: [] };
  for (const account of left) {
    try {
      await endLeftAccount(account, ports);
      ended.gone.push(account);
    } catch (error) {
      ended.errors.push(error);
    }
  }
  return ended;
}

async function publishOnce(
  known: KnownAccounts,
  { publishedAt }: SweepState,
  ports: SweepPorts,
  errors: unknown[],
): Promise<string | undefined> {
  const standings = await readStandings(
    known.asked.map(({ id }) => id),
    ports,
  );
  try {
    return await publishReports(known.asked, standings, publishedAt, ports);
  } catch (error) {
    errors.push(error);
    return undefined;
  }
}
