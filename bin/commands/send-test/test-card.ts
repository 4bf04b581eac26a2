import type { Card } from '#lambdas/chat-delivery/card.ts';
import { referenceOf } from '#lambdas/chat-delivery/reference.ts';

/** Nothing to worry about, and resolved already: a receiver that opens tickets has nothing to keep open. */
export function testCard(id: string, now: Date): Card {
  return {
    reference: referenceOf(id),
    revision: 1,
    openedAt: now.toISOString(),
    status: 'resolved',
    severity: 'info',
    source: 'reeve',
    title: 'Test message of Reeve',
    summary:
      'Someone ran "reeve send-test" to see whether this channel can be reached. Nothing is to be done.',
    facts: [],
    links: [],
    labels: {},
    actions: [],
    accounts: [],
    accountCount: 0,
    regions: [],
    resources: [],
    resourceCount: 0,
  };
}
