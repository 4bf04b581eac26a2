import type { Content, Head, Receipt, View } from '#lambdas/contracts/ledger.ts';

export const NOW = new Date('2026-11-20T03:00:00.000Z');

/** What a channel sees of an alert with one open part. */
export function aView(overrides: Partial<View> = {}): View {
  return {
    parts: 1,
    standing: { 'open/error': 1 },
    resources: 1,
    resourceStatus: { IMPAIRED: 1 },
    pages: { seen: 1, total: 1 },
    accountSample: [
      {
        part: '111122223333',
        account: '111122223333',
        accountName: 'payments-prod',
        region: 'eu-west-1',
        status: 'open',
        resources: 1,
      },
    ],
    resourceSample: [{ part: '111122223333', account: '111122223333', id: 'i-0a1b2c', status: 'IMPAIRED' }],
    ...overrides,
  };
}

/** The words of an alert. */
export function aContent(overrides: Partial<Content> = {}): Content {
  return {
    status: 'open',
    source: 'health',
    scope: 'health/kd8',
    severity: 'error',
    title: 'EC2 instances unreachable',
    summary: 'Two of your instances lost their network at 02:11 UTC.',
    facts: [],
    links: [],
    labels: {},
    remindAt: [],
    related: [],
    actions: [],
    orderedBy: [['time', 1]],
    hash: 'words-1',
    ...overrides,
  };
}

/** An open alert at revision 1 that the channel `ops` may see. */
export function aHead(overrides: Partial<Head> = {}): Head {
  return {
    key: 'health/kd8',
    revision: 1,
    status: 'open',
    content: aContent(),
    views: { ops: aView() },
    sampleSize: 20,
    entries: [],
    applied: [],
    openedAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    remindedUntil: NOW.toISOString(),
    ...overrides,
  };
}

/** What `ops` was told of revision 1, just now. */
export function aReceipt(overrides: Partial<Receipt> = {}): Receipt {
  return {
    channel: 'ops',
    reference: 'message-1',
    revision: 1,
    hash: 'hash-1',
    status: 'open',
    severity: 'error',
    edits: 0,
    deliveredAt: NOW.toISOString(),
    writes: 1,
    ...overrides,
  };
}
