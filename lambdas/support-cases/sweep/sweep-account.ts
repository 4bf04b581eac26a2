import type { Account } from '#lambdas/contracts/settings.ts';
import type { AccountReading } from '#lambdas/contracts/support/account-reading.ts';
import type { CasePermit, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { caseStateOf } from '#lambdas/contracts/support/case-state.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';
import { findCase } from '#lambdas/support-cases/handle-event.ts';
import type { CaseApi, CaseQuestion, ReadCase } from '#lambdas/support-cases/read/case-api.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import type { KeptReading, SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { isDue, nextMonth, RECENT_DAYS } from '#lambdas/support-cases/sweep/due-readings.ts';
import { keepCases } from '#lambdas/support-cases/sweep/keep-cases.ts';
import { tidyCase } from '#lambdas/support-cases/sweep/tidy-case.ts';
import { syncLatest } from '#lambdas/support-cases/sync/sync-latest.ts';

const DAY_MS = 86_400_000;
/** What was opened and resolved in the last days, and of which no event came, is still told. */
const HISTORY_MS = 7 * DAY_MS;

/** What is known of the account while it is swept; rows by display id. */
type Progress = {
  account: Account;
  api: CaseApi;
  rows: Map<string, CaseRow>;
  seen: Set<string>;
  /** By display id; undefined where AWS did not say. */
  permits: Map<string, CasePermit[]> | undefined;
  reading: AccountReading;
  /** Of single cases, which stop no other. */
  errors: unknown[];
};

/**
 * Reads the open cases of an account, those that are open no more, those that events announced and AWS did not show, once a
 * day those of the last thirty days, and month by month all that AWS keeps. What was read is written as it goes. Gives how it
 * went. Fails with `BusyError` where another sweep has begun meanwhile: that one goes on.
 */
export async function sweepAccount(
  account: Account,
  { kept, run }: { kept?: KeptReading | undefined; run?: string | undefined },
  ports: SupportPorts,
): Promise<AccountReading> {
  const { rows, settings, now } = ports;
  const api = await ports.openAccount(account.id);
  const startedAt = now().toISOString();
  const known = await rows.casesOf(account.id);
  const progress: Progress = {
    account,
    api,
    rows: new Map(known.map((row) => [row.displayId, row])),
    seen: new Set(),
    permits: await readPermits(api, ports),
    reading: { ...readSince(kept?.reading, startedAt), run },
    errors: [],
  };
  await readCases({ includeResolved: false }, false, progress, ports);
  await readVanished(progress, ports);
  await readHinted(progress, ports);
  progress.reading.openReadAt = startedAt;
  const open = [...progress.rows.values()].filter(({ status }) => caseStateOf(status) !== 'resolved');
  progress.reading.baselineAt ??= startedAt;
  progress.reading.open = open.length;

  let version = kept?.version ?? 0;
  const write = async () => {
    await rows.writeReading(account.id, progress.reading, version);
    version += 1;
  };
  await write();
  if (isDue(progress.reading.recentReadAt, DAY_MS, now())) {
    const createdAfter = new Date(now().getTime() - RECENT_DAYS * DAY_MS).toISOString();
    await readCases({ includeResolved: true, createdAfter }, true, progress, ports);
    await readResolvedSince(createdAfter, progress, ports);
    progress.reading.recentReadAt = startedAt;
    await write();
  }
  for (let month = nextMonth(progress.reading, settings.months, now()); month && ports.hasTime(); ) {
    const found = await readCases({ includeResolved: true, ...month }, true, progress, ports);
    for (const displayId of found) await tidyCase(progress.rows.get(displayId), account, ports);
    progress.reading.fullReadBefore = month.createdAfter;
    month = nextMonth(progress.reading, settings.months, now());
    if (!month) {
      progress.reading.fullReadAt = startedAt;
      delete progress.reading.fullReadBefore;
    }
    await write();
  }
  progress.errors.push(...(await keepCases(progress, ports)));
  if (progress.errors.length > 0) throw new AggregateError(progress.errors, 'Some cases could not be read');
  return progress.reading;
}

/** Cases are worth reading without them. */
async function readPermits(
  api: CaseApi,
  { settings, report }: SupportPorts,
): Promise<Map<string, CasePermit[]> | undefined> {
  if (!settings.permits) return new Map();
  try {
    return await api.permits();
  } catch (error) {
    report('Requests of AWS to see data could not be read', error);
    return undefined;
  }
}

/** The former reading, of an account that answers now. */
function readSince(before: AccountReading | undefined, at: string): AccountReading {
  const since = before?.state === 'ok' ? before.since : at;
  return { ...before, state: 'ok', since, triedAt: at };
}

async function readCases(
  question: CaseQuestion,
  isFull: boolean,
  progress: Progress,
  ports: SupportPorts,
): Promise<string[]> {
  const displayIds: string[] = [];
  for await (const page of progress.api.cases(question)) {
    for (const found of page) await sync(found, isFull, progress, ports);
    displayIds.push(...page.map(({ displayId }) => displayId));
  }
  return displayIds;
}

/** Cases that are older, and ended since: AWS can be asked by when they were created only. */
async function readResolvedSince(since: string, progress: Progress, ports: SupportPorts): Promise<void> {
  const older = [...progress.rows.values()].filter(
    ({ createdAt, status, resolvedAt = '' }) =>
      createdAt < since && caseStateOf(status) === 'resolved' && resolvedAt >= since,
  );
  for (const { displayId } of older) await readOne(displayId, true, progress, ports);
}

/** Cases that were open, and that the list of open ones shows no more. */
async function readVanished(progress: Progress, ports: SupportPorts): Promise<void> {
  const vanished = [...progress.rows.values()].filter(
    ({ displayId, status }) => caseStateOf(status) !== 'resolved' && !progress.seen.has(displayId),
  );
  for (const { displayId } of vanished) await readOne(displayId, false, progress, ports);
}

async function readHinted(progress: Progress, ports: SupportPorts): Promise<void> {
  const { account, seen } = progress;
  for (const { key, hint } of await ports.rows.hintsOf(account.id)) {
    if (!seen.has(hint.displayId)) await readOne(hint.displayId, false, progress, ports);
    await ports.rows.deleteHint(account.id, key);
  }
}

async function readOne(
  displayId: string,
  isFull: boolean,
  progress: Progress,
  ports: SupportPorts,
): Promise<void> {
  const found = await findCase(progress.api, displayId);
  if (found) await sync(found, isFull, progress, ports);
}

async function sync(
  found: ReadCase,
  isFull: boolean,
  progress: Progress,
  ports: SupportPorts,
): Promise<void> {
  const { account, api, rows, seen, permits, reading, errors } = progress;
  const { displayId } = found;
  const { baselineAt } = reading;
  const before = rows.get(displayId);
  // What is over and comes into sight now is history: of before the first look, or of a time in which the account was not read.
  const isHistory =
    caseStateOf(found.status) === 'resolved' &&
    (found.createdAt < (baselineAt ?? '') || isDue(found.createdAt, HISTORY_MS, ports.now()));
  const isBaseline = baselineAt === undefined || isHistory;
  seen.add(displayId);
  try {
    const asked = permits ? (permits.get(displayId) ?? []) : (before?.permits ?? []);
    const about = { account, found, before, permits: asked, by: 'sweep' as const, isBaseline, isFull };
    rows.set(displayId, await syncLatest(api, about, ports));
  } catch (error) {
    // An event was faster, and did the same.
    if (error instanceof BusyError) return;
    if (stateOf(error) !== 'failed') throw error;
    errors.push(error);
  }
}
