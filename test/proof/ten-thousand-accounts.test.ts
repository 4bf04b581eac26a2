import { expect, it } from 'vitest';
import { receiveMessages } from '#lambdas/alert-desk/receive-messages.ts';
import { type DeliveryPorts, deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { CallSlack } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { slackBot } from '#lambdas/chat-delivery/slack/slack-bot.ts';
import { HEAD_LIMIT_BYTES, type Receipt } from '#lambdas/contracts/ledger.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { Clock } from '#local/clock.ts';
import { createSlack } from '#local/counterparts/slack/slack-server.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { noFiles } from '#test/chat-delivery/slack/no-files.ts';

const ACCOUNTS = 10_000;
const PAGES = 10;
/** The incident's messages come over ten minutes; the channel is asked again every few batches. */
const DURATION_MS = 600_000;
const BATCH = 10;
const PART_LIMIT_BYTES = 400 * 1024;

const SETTINGS: DeskSettings = {
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};

it('an alert of 10,000 accounts with 10 pages each stays within its rows, in at most five messages', async () => {
  const clock = new Clock();
  const start = clock.now();
  const now = () => new Date(clock.now());
  const ledger = inMemoryLedger(SETTINGS, now);
  const slack = createSlack({
    clock,
    tokens: { token: { team: 'T1' } },
    channels: [{ id: 'C1', name: 'ops' }],
  });
  const told: string[] = [];
  const callSlack: CallSlack = async (method, body) => {
    if (method.startsWith('chat.')) told.push(method);
    const answer = await slack.handlers['slack.com']({
      method: 'POST',
      host: 'slack.com',
      path: `/api/${method}`,
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    });
    const result = JSON.parse(answer.body) as { ok: boolean; ts?: string; error?: string };
    expect(result, method).toMatchObject({ ok: true });
    return result;
  };
  const chat = slackBot('C1', callSlack, noFiles);
  let receipt: Receipt | undefined;
  const ports: DeliveryPorts = {
    readHead: async (key) => ledger.head(key),
    readReceipt: async () => receipt,
    writeReceipt: async (_key, next) => {
      receipt = { ...next, writes: (receipt?.writes ?? 0) + 1 };
      return receipt;
    },
    readThreadRoot: async () => undefined,
    writeThreadRoot: async () => {},
    listResources: async () => [],
    openChannel: async () => chat,
    readFile: async () => new Uint8Array(),
    reportUnshown: () => {},
    now,
  };

  const total = ACCOUNTS * PAGES;
  for (let sent = 0; sent < total; sent += BATCH) {
    const records = Array.from({ length: BATCH }, (_, index) => recordOf(sent + index));
    expect(await receiveMessages(records, ledger.ports)).toEqual([]);
    clock.advance(Math.max(0, start + (DURATION_MS * sent) / total - clock.now()));
    const delivery = ledger.deliveries.at(-1);
    ledger.deliveries.length = 0;
    if (delivery) await deliverAlert(delivery, ports);
    if (sent % 10_000 === 0) process.stdout.write(`${sent} of ${total} observations\n`);
  }
  const head = ledger.heads()[0];
  expect(head?.views['ops']).toMatchObject({ parts: ACCOUNTS, resources: total * 3 });
  expect(ledger.counts.partWrites).toBe(total);
  expect(ledger.counts.headWrites).toBe(total / BATCH);
  expect(ledger.largestHead()).toBeLessThanOrEqual(HEAD_LIMIT_BYTES);
  expect(ledger.largestPart()).toBeLessThanOrEqual(PART_LIMIT_BYTES);

  expect(told.filter((method) => method === 'chat.postMessage').length).toBeLessThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(5);
  clock.stop();
});

function recordOf(index: number) {
  const account = String(100_000_000_000 + (index % ACCOUNTS));
  const page = Math.floor(index / ACCOUNTS) + 1;
  const observation = anObservation({
    summary: 'One incident for everybody.',
    part: {
      id: account,
      account,
      resources: [0, 1, 2].map((at) => ({
        id: `arn:aws:lambda:eu-west-1:${account}:function:f-${page}-${at}`,
      })),
      page: { number: page, total: PAGES, update: 'one' },
    },
  });
  return {
    messageId: String(index),
    receiptHandle: String(index),
    body: JSON.stringify(observation),
    eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:alerts.fifo',
    attributes: { ApproximateReceiveCount: '1', MessageGroupId: 'one' },
  };
}
