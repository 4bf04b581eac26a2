import type { Account } from '#lambdas/contracts/settings.ts';
import { threadKey } from '#lambdas/contracts/support/case-keys.ts';
import type { CasePermit, CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseApi, ReadCase, ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import { redactThread } from '#lambdas/support-cases/redact/redact-thread.ts';
import { redactionRules } from '#lambdas/support-cases/redact/redaction-rules.ts';
import { withheldReason } from '#lambdas/support-cases/redact/withheld-reason.ts';
import type { SyncPorts } from '#lambdas/support-cases/support-ports.ts';
import { caseFingerprint } from '#lambdas/support-cases/sync/case-fingerprint.ts';
import { mergeThread } from '#lambdas/support-cases/sync/merge-thread.ts';
import { nextRow } from '#lambdas/support-cases/sync/next-row.ts';
import { readMessages } from '#lambdas/support-cases/sync/read-messages.ts';
import { formerOf, settleCase } from '#lambdas/support-cases/sync/settle-case.ts';
import { changesOf } from '#lambdas/support-cases/tell/changes-of.ts';

export type CaseSync = {
  account: Account;
  found: ReadCase;
  /** The row that is there. */
  before: CaseRow | undefined;
  permits: CasePermit[];
  by: 'event' | 'sweep';
  /** Of an event that ended or reopened the case. */
  changedAt?: string;
  /** What was there before Reeve looked is told to nobody. */
  isBaseline: boolean;
  /** Reads every message again: AWS may have edited an old one. */
  isFull: boolean;
};

/** What is not heard of now trackers find by their own sweep. */
async function announceCase({ account, displayId }: CaseRow, { announce, report }: SyncPorts): Promise<void> {
  try {
    await announce({ account, displayId });
  } catch (error) {
    report('A case was not announced to its trackers', error, [account]);
  }
}

/**
 * Brings a case up to date: threads first, which nobody names yet, then the row, which names them, then people. Fails with
 * `BusyError` where another was faster; a crash anywhere repeats what it has to. Gives the row as it stands now.
 */
export async function syncCase(
  api: Pick<CaseApi, 'messages'>,
  { account, found, before, permits, by, changedAt, isBaseline, isFull }: CaseSync,
  ports: SyncPorts,
): Promise<CaseRow> {
  const { settings, rows, stores, now } = ports;
  const settled = before && (await settleCase(before, account, ports));
  const fingerprint = caseFingerprint(found, permits);
  const rules = redactionRules(account, settings);
  const isCurrent = settled?.redaction.rules === rules;
  if (settled && settled.fingerprint === fingerprint && isCurrent && !isFull) return settled;

  const kept = settled && (await stores.readThread(settled.thread.raw));
  const known = new Set(kept?.messages.map(({ at, author }) => `${at}|${author}`));
  const isKnown = ({ at, submittedBy }: ReadMessage) => known.has(`${at}|${submittedBy}`);
  const messages = await readMessages(api, found, isKnown, isFull || !kept);
  const { thread, news } = mergeThread(account.id, kept, found, messages, now());
  const isSaid = settled?.fingerprint === fingerprint && isCurrent;
  // The same thread by the same rules: what lies there is what would be written.
  if (settled && kept && isSaid && threadKey('raw', thread, JSON.stringify(thread)) === settled.thread.raw)
    return settled;
  const withheld = withheldReason(thread, account, settings.withhold);
  const redacted = await redactThread(thread, {
    ...(withheld ? { withheld } : {}),
    pseudonyms: settings.pseudonyms,
  });
  const keys = {
    raw: await stores.writeThread('raw', thread),
    redacted: await stores.writeThread('redacted', redacted),
  };
  const row = nextRow(settled, {
    thread,
    redacted,
    withheld,
    keys,
    rules,
    fingerprint,
    permits,
    by,
    changedAt,
    isBaseline,
    now: now(),
  });
  const isSame = keys.raw === settled?.thread.raw && keys.redacted === settled.thread.redacted;
  if (settled && isSame && isSaid) return settled;

  const changes = !settled && isBaseline ? [] : changesOf(settled, row, news);
  const committed: CaseRow = {
    ...row,
    // Only what is told counts as found: not what was there before, nor what other rules make of it.
    ...(changes.length === 0 ? { foundBy: settled?.foundBy ?? { event: 0, sweep: 0 } } : {}),
    ...(changes.length > 0 ? { pending: changes } : {}),
    ...formerOf(settled?.thread, keys),
  };
  if (changes.length > 0) delete committed.isBaseline;
  await rows.writeCase(committed, settled?.version ?? 0);
  const told = await settleCase(committed, account, ports);
  if (changes.length > 0) await announceCase(told, ports);
  return told;
}
