import { describe, expect, it } from 'vitest';
import { MessageGoneError } from '#lambdas/chat-delivery/chat-channel.ts';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import { aContent, aHead, aReceipt, aView, NOW } from './a-head.ts';
import { aChannel, inMemoryDelivery } from './in-memory-delivery.ts';

const DAY_MS = 86_400_000;
const inThread = (overrides: Partial<Head> = {}) =>
  aHead({ content: aContent({ thread: 'ecs/web' }), ...overrides });
const deliver = (delivery: ReturnType<typeof inMemoryDelivery>, head: Head) => {
  delivery.state.head = head;
  delivery.state.receipt = undefined;
  return deliverAlert({ key: head.key, channel: 'ops', revision: head.revision }, delivery.ports);
};
const did = ({ calls }: ReturnType<typeof inMemoryDelivery>) => calls.map((call) => call.did);

describe('alerts of one thread', () => {
  it('stand below the message of the first', async () => {
    const delivery = inMemoryDelivery();
    await deliver(delivery, inThread());
    await deliver(delivery, inThread({ key: 'ecs/two' }));
    await deliver(delivery, inThread({ key: 'ecs/three' }));

    expect(did(delivery)).toEqual(['post', 'post in message-1', 'post in message-1']);
  });

  it('begin anew after a day, when the first is over', async () => {
    const delivery = inMemoryDelivery();
    await deliver(delivery, inThread());
    delivery.state.now = new Date(NOW.getTime() + DAY_MS);
    delivery.ports.readHead = async (key) =>
      key === 'ecs/two' ? inThread({ key }) : inThread({ status: 'resolved' });
    await deliver(delivery, inThread({ key: 'ecs/two' }));

    expect(did(delivery)).toEqual(['post', 'post']);
    expect(delivery.state.threadRoot).toMatchObject({ alert: 'ecs/two', reference: 'message-2' });
  });

  it('go on after a day, while the first is open', async () => {
    const delivery = inMemoryDelivery();
    await deliver(delivery, inThread());
    delivery.state.now = new Date(NOW.getTime() + 9 * DAY_MS);
    await deliver(delivery, inThread({ key: 'ecs/two' }));

    expect(did(delivery)).toEqual(['post', 'post in message-1']);
  });

  it('begin anew where somebody deleted the first message', async () => {
    const delivery = inMemoryDelivery();
    await deliver(delivery, inThread());
    delivery.fail('post', new MessageGoneError('Slack message was deleted'));
    await deliver(delivery, inThread({ key: 'ecs/two' }));
    await deliver(delivery, inThread({ key: 'ecs/three' }));

    expect(did(delivery)).toEqual(['post', 'post', 'post in message-2']);
  });

  it('stand by themselves where the product has no threads', async () => {
    const { postInThread: _none, ...chat } = aChannel().chat;
    const channel = aChannel();
    const delivery = inMemoryDelivery({ ...channel, chat: { ...chat, post: channel.chat.post } });
    await deliver(delivery, inThread());
    await deliver(delivery, inThread({ key: 'ecs/two' }));

    expect(did(delivery)).toEqual(['post', 'post']);
    expect(delivery.state.threadRoot).toBeUndefined();
  });
});

describe('an alert that is open again', () => {
  const again = aHead({ revision: 3, views: { ops: aView() } });
  const reopened = async (agoMs: number) => {
    const deliveredAt = new Date(NOW.getTime() - agoMs).toISOString();
    const receipt = aReceipt({ status: 'resolved', revision: 2, deliveredAt });
    const delivery = inMemoryDelivery(aChannel(), { head: again, receipt });
    await deliverAlert({ key: again.key, channel: 'ops', revision: 3 }, delivery.ports);
    return { did: did(delivery), receipt: delivery.state.receipt };
  };

  it('soon after its end is the same message', async () => {
    expect((await reopened(3_600_000)).did).toContain('edit message-1');
  });

  it('after more than a day is a new one: nobody would see the old', async () => {
    const { did: done, receipt } = await reopened(2 * DAY_MS);

    expect(done).toEqual(['post']);
    expect(receipt).toMatchObject({ revision: 3, status: 'open', writes: 2 });
  });
});
