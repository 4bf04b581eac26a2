import { describe, expect, it } from 'vitest';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { Head, Receipt } from '#lambdas/contracts/ledger.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { aContent, aHead, aReceipt, aView, NOW } from './a-head.ts';
import { aChannel, inMemoryDelivery } from './in-memory-delivery.ts';

const OUT = { key: 'health/kd8', channel: 'ops', revision: 1 };
const LONG_AGO = new Date(NOW.getTime() - 60_000).toISOString();
const names = Array.from({ length: 12 }, (_, index) => ({ part: 'p', id: `i-${index}` }));
const did = ({ calls }: ReturnType<typeof inMemoryDelivery>) => calls.map((call) => call.did);

function told(head: Partial<Head>, receipt: Partial<Receipt> = {}) {
  const start = {
    head: aHead({ revision: 2, ...head }),
    receipt: aReceipt({ deliveredAt: LONG_AGO, ...receipt }),
  };
  return inMemoryDelivery(aChannel(), start);
}

describe('an owed edit that can never be made', () => {
  it('is owed no longer, so that the clock does not ask for it again and again', async () => {
    const delivery = told({ content: aContent({ title: 'News' }) }, { owedAt: LONG_AGO });
    delivery.fail('edit', new PermanentError('Slack refused: the channel is archived'));
    await expect(deliverAlert(OUT, delivery.ports)).rejects.toThrow('archived');
    expect(delivery.state.receipt?.owedAt).toBeUndefined();
    expect(delivery.state.receipt?.revision).toBe(1);
  });

  it('is owed no longer where the channel left the settings', async () => {
    const delivery = told({}, { owedAt: LONG_AGO });
    delivery.ports.openChannel = () =>
      Promise.reject(new PermanentError('Channel is not in the settings any more'));
    await expect(deliverAlert(OUT, delivery.ports)).rejects.toThrow('not in the settings');
    expect(delivery.state.receipt?.owedAt).toBeUndefined();
  });
});

describe('a revision that says nothing new', () => {
  it('sends nothing and uses up no edit', async () => {
    const delivery = inMemoryDelivery(aChannel(), { head: aHead() });
    await deliverAlert(OUT, delivery.ports);
    const first = delivery.state.receipt;
    delivery.state.head = aHead({ revision: 5 });
    delivery.state.now = new Date(NOW.getTime() + 3_600_000);
    await deliverAlert({ ...OUT, revision: 5 }, delivery.ports);
    expect(did(delivery)).toEqual(['post']);
    expect(delivery.state.receipt).toMatchObject({
      revision: 5,
      edits: first?.edits,
      deliveredAt: first?.deliveredAt,
    });
  });
});

describe('the names of all resources', () => {
  const pages = (seen: number) => ({ views: { ops: aView({ resources: 12, pages: { seen, total: 3 } }) } });

  it('wait until all pages are there, and come once', async () => {
    const delivery = inMemoryDelivery(aChannel(), { head: aHead(pages(1)) });
    delivery.state.resources = names;
    await deliverAlert(OUT, delivery.ports);
    expect(did(delivery)).toEqual(['post']);

    for (const revision of [2, 3]) {
      delivery.state.head = aHead({
        revision,
        ...pages(3),
        content: aContent({ title: `News ${revision}` }),
      });
      delivery.state.now = new Date(delivery.state.now.getTime() + 600_000);
      await deliverAlert({ ...OUT, revision }, delivery.ports);
    }
    expect(did(delivery)).toEqual(['post', 'edit message-1', 'reply message-1', 'edit message-1']);
    expect(delivery.calls[2]?.text).toContain('All resources:');
  });
});

describe('a reminder', () => {
  it('says what is still to be done, for the whole channel to see', async () => {
    const threads: unknown[] = [];
    const channel = aChannel({ reply: async (_reference, _card, thread) => void threads.push(thread) });
    const views = { ops: aView({ resources: 12, resourceStatus: { PENDING: 5, RESOLVED: 7 } }) };
    const entries = [
      { revision: 2, at: LONG_AGO, text: 'Reminder: 7 days left.', kind: 'reminder' as const },
    ];
    const head = aHead({ revision: 2, views, entries });
    const { ports } = inMemoryDelivery(channel, {
      head,
      receipt: aReceipt({ deliveredAt: LONG_AGO, listed: true }),
    });
    await deliverAlert(OUT, ports);
    expect(threads).toEqual([
      { lines: ['Reminder: 7 days left. 5 of 12 resources are still open.'], more: 0, isUrgent: true },
    ]);
  });
});

describe('a thread that the product refuses for good', () => {
  it('goes to the dead letters once; the message counts as told', async () => {
    const entries = [{ revision: 2, at: LONG_AGO, text: 'News.' }];
    const delivery = told({ entries });
    delivery.fail('reply', new PermanentError('Slack refused: restricted_action_thread_locked'));
    await expect(deliverAlert(OUT, delivery.ports)).rejects.toThrow('thread_locked');
    expect(delivery.state.receipt?.revision).toBe(2);
    await deliverAlert(OUT, delivery.ports);
    expect(did(delivery).filter((call) => call.startsWith('edit'))).toHaveLength(1);
  });
});
