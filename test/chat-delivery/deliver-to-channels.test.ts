import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliveryPorts, deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import { slackWebhook } from '#lambdas/chat-delivery/slack/slack-webhook.ts';
import { Delivery } from '#lambdas/contracts/delivery.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';
import { fifoHandler, inOrder } from '#lambdas/runtime/fifo-handler.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { SqsEvent } from '#lambdas/runtime/sqs-event.ts';
import { logLines } from '#test/runtime/log-lines.ts';
import { aHead, aView } from './a-head.ts';
import { inMemoryDelivery } from './in-memory-delivery.ts';
import { connectSlack, WEBHOOK } from './slack/connect-slack.ts';

const resolved: Partial<Head> = {
  status: 'resolved',
  views: {
    ops: aView({ standing: { 'resolved/error': 1 } }),
    dev: aView({ standing: { 'resolved/error': 1 } }),
  },
};

/** The channels `ops` (a bot) and `dev` (another conversation or a webhook) before one Slack, by a queue. */
function estate({ dev = 'C2', withWebhook = false } = {}) {
  const channels = [
    { id: 'C1', name: 'ops' },
    { id: 'C2', name: 'dev' },
  ];
  const connected = connectSlack({ channels });
  const { botOf, now, postJson, slack } = connected;
  const chats = new Map([
    ['ops', botOf('C1')],
    ['dev', withWebhook ? slackWebhook(WEBHOOK, postJson, now) : botOf(dev)],
  ]);
  const ledgers = new Map([...chats.keys()].map((name) => [name, inMemoryDelivery()]));
  const ledgerOf = (name: string) => ledgers.get(name) ?? inMemoryDelivery();
  const postponed: [string, number][] = [];
  const dead: string[] = [];

  const portsOf = (name: string): DeliveryPorts => ({
    ...ledgerOf(name).ports,
    openChannel: async () => chats.get(name) ?? botOf('C404'),
    now,
  });
  const handler = fifoHandler(
    (records, hasTime) =>
      inOrder(
        records,
        (record) => {
          const delivery = parseBody(Delivery, record.body);
          return deliverAlert(delivery, portsOf(delivery.channel));
        },
        hasTime,
      ),
    {
      deadLetters: async ({ messageId }) => void dead.push(messageId),
      postpone: async (records, seconds) => {
        for (const { messageId } of records) postponed.push([messageId, seconds]);
      },
      random: () => 0,
    },
  );

  /** The ledger's new state, and a batch of the outbox with one message for each of the channels named. */
  async function deliver(head: Partial<Head>, ...to: string[]): Promise<string[]> {
    const views = { ops: aView(), dev: aView() };
    const current = aHead({ views, ...head });
    for (const { state } of ledgers.values()) state.head = current;
    const { batchItemFailures } = await handler(batchOf(to, current.revision), {
      getRemainingTimeInMillis: () => 100_000,
    });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  }
  return {
    ...connected,
    deliver,
    ledgerOf,
    postponed,
    dead,
    texts: (id: string) => slack.messages(id).map(({ text }) => text),
  };
}

function batchOf(channels: string[], revision: number): SqsEvent {
  return {
    Records: channels.map((channel, index) => ({
      messageId: `${channel}-${index}`,
      receiptHandle: 'handle',
      body: JSON.stringify({ key: 'health/kd8', channel, revision }),
      eventSourceARN: 'arn:aws:sqs:eu-west-1:111122223333:outbox.fifo',
      attributes: { ApproximateReceiveCount: '1', MessageGroupId: channel, MessageDeduplicationId: 'x' },
    })),
  };
}

beforeEach(() => void logLines());

describe('what a channel hears', () => {
  it('is not lost to a 429 or a 500: it comes again after the time that Slack named (aws-health-aware, terraform-aws-notify-slack, ecs-events-to-slack)', async () => {
    const { deliver, postponed, slack, texts } = estate();
    slack.failNext('C1', 'rate_limited');
    expect(await deliver({}, 'ops')).toEqual(['ops-0']);
    slack.failNext('C1', 'server_error');
    expect(await deliver({}, 'ops')).toEqual(['ops-0']);
    expect(await deliver({}, 'ops')).toEqual([]);
    expect(postponed).toEqual([
      ['ops-0', 2],
      ['ops-0', 4],
    ]);
    expect(texts('C1')).toHaveLength(1);
  });

  it('is repeated to the one channel that failed, not to the others (terraform-aws-health-notifier)', async () => {
    const { deliver, slack, texts } = estate();
    slack.failNext('C1', 'server_error');
    expect(await deliver({}, 'ops', 'dev')).toEqual(['ops-0']);
    expect(await deliver({}, 'ops', 'dev')).toEqual([]);
    expect([texts('C1').length, texts('C2').length]).toEqual([1, 1]);
  });

  it('goes to the dead letters where the channel is misconfigured, and holds nobody up', async () => {
    const { dead, deliver, texts } = estate({ dev: 'C404' });
    expect(await deliver({}, 'dev', 'ops')).toEqual([]);
    expect(dead).toEqual(['dev-0']);
    expect(texts('C1')).toHaveLength(1);
  });

  it('is posted once though four messages ask for it at a time (aws-health-aware#11)', async () => {
    const { deliver, texts } = estate();
    await deliver({}, 'ops', 'ops', 'ops', 'ops');
    expect(texts('C1')).toHaveLength(1);
  });

  it('ends in the first message: an end edits it, an update is not "[NEW]" (terraform-aws-health-notifier, aws-health-aware#6)', async () => {
    const { deliver, slack } = estate();
    await deliver({}, 'ops');
    await deliver({ ...resolved, revision: 2 }, 'ops');
    const [first, reply, ...others] = slack.messages('C1');
    expect(first?.text).toMatch(/^✅ EC2 instances unreachable/);
    expect(first?.reactions).toMatchObject([{ name: 'white_check_mark' }]);
    expect(reply).toMatchObject({
      thread_ts: first?.ts,
      text: expect.stringContaining('Resolved.') as string,
    });
    expect(others).toEqual([]);
    expect(JSON.stringify([first, reply])).not.toMatch(/\[?new\]?/i);
  });

  it('is posted anew where somebody deleted the message, with its thread (Slack message_not_found)', async () => {
    const { deliver, shown, slack } = estate();
    await deliver({}, 'ops');
    slack.deleteMessage('C1', shown()[0]?.ts ?? '');
    await deliver({ ...resolved, revision: 2 }, 'ops');
    const [successor, reply] = shown();
    expect(successor?.text).toMatch(/^✅/);
    expect(reply?.thread_ts).toBe(successor?.ts);
  });

  it('is posted anew once though only a thread shows that the message is gone, and a rate limit comes between', async () => {
    const { clock, deliver, shown, slack } = estate();
    await deliver({}, 'ops');
    slack.deleteMessage('C1', shown()[0]?.ts ?? '');
    const entries = [
      { revision: 2, at: new Date(clock.now()).toISOString(), text: 'Reminder: 2 days left.' },
    ];
    expect(await deliver({ revision: 2, entries }, 'ops')).toEqual(['ops-0']);
    clock.advance(2000);
    expect(await deliver({ revision: 2, entries }, 'ops')).toEqual([]);
    expect(shown().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^🔴 EC2/),
      expect.stringContaining('Reminder: 2 days left.'),
    ]);
  });

  it('is no flood where a source flaps: an hour of turns each minute (aws-health-aware#104)', async () => {
    const { clock, deliver, slack } = estate();
    await deliver({}, 'ops');
    for (let minute = 1; minute <= 60; minute += 1) {
      clock.advance(60_000);
      await deliver({ ...(minute % 2 ? resolved : {}), revision: minute + 1 }, 'ops');
    }
    const [first, ...thread] = slack.messages('C1');
    expect(thread.every(({ thread_ts: parent }) => parent === first?.ts)).toBe(true);
    expect(thread.length).toBeLessThanOrEqual(15);
  });

  it('comes as a follow-up that names the first alert where nothing can be edited (Slack and Teams webhooks)', async () => {
    const { deliver, shown, ledgerOf } = estate({ withWebhook: true });
    await deliver({}, 'dev');
    await deliver({ ...resolved, revision: 2 }, 'dev');
    const [first, second] = shown().map(({ blocks }) => JSON.stringify(blocks));
    const reference = /"text":"([A-Z]{6}) · health/.exec(first ?? '')?.[1];
    expect(second).toContain(`Update of alert *${reference}*`);
    expect(second).toContain('Resolved.');
    expect(ledgerOf('dev').state.receipt?.revision).toBe(2);
  });
});
