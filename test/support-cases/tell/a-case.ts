import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';

export const SHOP: Account = {
  id: '111122223333',
  name: 'shop',
  ou: '/prod/eu',
  owner: 'commerce',
  tags: { team: 'commerce' },
};
const TARGETS = { low: 1440, normal: 720, high: 240, urgent: 60, critical: 15 };
export const RULES = {
  firstAnswerMinutes: TARGETS,
  remindAfterHours: [24, 72],
  remindReopenDays: 2 as const,
};
export const CREATED = '2026-11-20T08:00:00.000Z';

/** A moment so many hours after the case was created. */
export function afterHours(hours: number): string {
  return new Date(Date.parse(CREATED) + hours * 3_600_000).toISOString();
}

/** A case that AWS has not answered yet; give what matters to the test. */
export function aCase(overrides: Partial<CaseRow> = {}): CaseRow {
  return {
    account: SHOP.id,
    displayId: '176962049400621',
    caseIds: ['case-111122223333-muen-2026-a1b2c3d4e5f6'],
    subject: 'Failover of the orders database takes ten minutes',
    status: 'unassigned',
    service: 'amazon-rds',
    category: 'performance',
    severity: 'high',
    language: 'en',
    createdAt: CREATED,
    newest: { key: 'm1', at: CREATED, from: 'customer' },
    messages: 1,
    attachments: [],
    permits: [],
    waitedMs: 0,
    redaction: { version: 1, found: {} },
    thread: { raw: 'raw/1', redacted: 'redacted/1' },
    fingerprint: 'f1',
    reminded: [],
    foundBy: { event: 1, sweep: 0 },
    readAt: afterHours(0.1),
    version: 1,
    ...overrides,
  };
}

/** What tells a case to people of the account `shop`. */
export function aContext(account = SHOP) {
  return { account, firstAnswerMinutes: TARGETS, partition: 'aws' };
}

export const WAITING = { status: 'pending-customer-action', waitingSince: afterHours(3) } as const;
export const RESOLVED = { status: 'resolved', resolvedAt: afterHours(50) } as const;
export const PERMIT = { id: 'permit-1', status: 'PENDING', at: afterHours(4) };
