import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread, ThreadMessage } from '#lambdas/contracts/support/case-thread.ts';

const AT = '2026-11-20T03:00:00.000Z';

export function aRow(changes: Partial<CaseRow> = {}): CaseRow {
  return {
    account: '111122223333',
    displayId: '176962049400621',
    caseIds: ['case-111122223333-muen-2026-1'],
    subject: 'An instance does not start',
    status: 'unassigned',
    service: 'amazon-ec2',
    category: 'using-ec2',
    severity: 'high',
    createdAt: AT,
    messages: 1,
    attachments: [],
    permits: [],
    waitedMs: 0,
    redaction: { version: 1, found: {} },
    thread: { raw: 'raw/1', redacted: 'redacted/1' },
    fingerprint: 'f1',
    reminded: [],
    foundBy: { event: 0, sweep: 0 },
    readAt: AT,
    version: 1,
    ...changes,
  };
}

export function aThreadMessage(
  key: string,
  body: string,
  changes: Partial<ThreadMessage> = {},
): ThreadMessage {
  return {
    key,
    at: AT,
    from: 'customer',
    author: 'Role/Admin',
    body,
    bodyHash: body,
    attachments: [],
    ...changes,
  };
}

export function aThread(messages: ThreadMessage[], changes: Partial<CaseThread> = {}): CaseThread {
  const { account, displayId, caseIds, subject, status, service, category, severity } = aRow();
  return {
    account,
    displayId,
    caseIds,
    subject,
    status,
    service,
    category,
    severity,
    author: 'Role/Admin',
    cc: [],
    createdAt: AT,
    messages,
    redaction: { version: 1, found: {} },
    ...changes,
  };
}
