import type { Card } from '#lambdas/chat-delivery/card.ts';

/** A card of an open error in one account; give what matters to the test. */
export function aCard(overrides: Partial<Card> = {}): Card {
  return {
    reference: 'KWTRZB',
    revision: 1,
    openedAt: '2026-11-20T02:15:00.000Z',
    status: 'open',
    severity: 'error',
    source: 'health',
    title: 'EC2 instances unreachable',
    summary: 'Two of your instances lost their network at 02:11 UTC.',
    facts: [{ label: 'What to do', value: 'Move the load to another zone.' }],
    links: [{ label: 'Open in AWS Health', url: 'https://health.aws.amazon.com/health/home#/account' }],
    labels: { service: ['EC2'], typeCode: ['AWS_EC2_OPERATIONAL_ISSUE'] },
    startsAt: '2026-11-20T02:11:00.000Z',
    actions: [],
    accounts: [
      {
        part: '111122223333',
        account: '111122223333',
        accountName: 'payments-prod',
        region: 'eu-west-1',
        status: 'open',
        resources: 1,
      },
    ],
    accountCount: 1,
    regions: ['eu-west-1'],
    resources: [{ part: '111122223333', account: '111122223333', id: 'i-0a1b2c', status: 'IMPAIRED' }],
    resourceCount: 1,
    ...overrides,
  };
}
