import type { AccountBook } from '#bin/commands/support/account-book.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread, ThreadMessage } from '#lambdas/contracts/support/case-thread.ts';

/** A case as the table has it. */
export function aCaseRow(parts: Partial<CaseRow> = {}): CaseRow {
  const { account = '111122223333', displayId = '176401120034417' } = parts;
  return {
    account,
    displayId,
    caseIds: [`case-${account}-muen-2026-${displayId}`],
    subject: 'Connections drop every night',
    status: 'work-in-progress',
    service: 'amazon-rds',
    category: 'connectivity',
    severity: 'high',
    createdAt: '2026-11-20T10:00:00.000Z',
    messages: 1,
    attachments: [],
    permits: [],
    waitedMs: 0,
    redaction: { version: 1, found: {} },
    thread: { raw: 'raw/x', redacted: `redacted/${account}/${displayId}/x.json` },
    fingerprint: '',
    reminded: [],
    foundBy: { event: 0, sweep: 1 },
    readAt: '2026-11-23T10:00:00.000Z',
    version: 1,
    ...parts,
  };
}

export function aMessage(parts: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    key: 'k1',
    at: '2026-11-20T10:00:00.000Z',
    from: 'customer',
    author: 'operator',
    body: 'All connections end at 02:10 UTC.',
    bodyHash: '',
    attachments: [],
    ...parts,
  };
}

/** The thread of a case as the redacted store has it. */
export function aThread(row: CaseRow = aCaseRow(), parts: Partial<CaseThread> = {}): CaseThread {
  const { account, displayId, caseIds, subject, status, service, category, severity, createdAt } = row;
  return {
    account,
    displayId,
    caseIds,
    subject,
    status,
    service,
    category,
    severity,
    createdAt,
    author: 'operator',
    cc: [],
    messages: [aMessage()],
    redaction: row.redaction,
    ...parts,
  };
}

/** What is known of these accounts. */
export function aBook(
  accounts: (Partial<Account> & { id: string })[] = [],
  onlySettings?: string,
): AccountBook {
  const all = accounts.map((account) => ({ tags: {}, ...account }));
  return {
    of: (id) => all.find((account) => account.id === id) ?? { id, tags: {} },
    all,
    hasLeft: () => false,
    ...(onlySettings !== undefined && { onlySettings }),
  };
}
