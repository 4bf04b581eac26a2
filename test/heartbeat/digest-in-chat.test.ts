import { expect, test } from 'vitest';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { CallSlack } from '#lambdas/chat-delivery/slack/slack-api.ts';
import { slackBot } from '#lambdas/chat-delivery/slack/slack-bot.ts';
import type { Tally } from '#lambdas/heartbeat/tally.ts';
import { toDigest } from '#lambdas/heartbeat/to-digest.ts';
import { blockKitErrors } from '#local/counterparts/slack/block-kit-rules.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { inMemoryDelivery } from '#test/chat-delivery/in-memory-delivery.ts';
import { noFiles } from '#test/chat-delivery/slack/no-files.ts';
import { NOW, PAYMENTS, SHOP, someHeartbeatSettings } from './a-directory.ts';

const ROUTES = {
  routes: [{ name: 'everything', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};
const TALLY: Tally = {
  accounts: 300,
  heard: 1197,
  silent: [
    { account: PAYMENTS, name: 'payments-prod', region: 'eu-central-1' },
    { account: SHOP, name: 'shop-dev', region: 'eu-central-1' },
    { account: SHOP, name: 'shop-dev', region: 'us-east-1' },
  ],
  awaited: 0,
  otherVersions: { '0.1.0': 12 },
};

type Call = { method: string; body: { text?: string; blocks?: unknown[] } };

/** What Slack is asked for when the desk receives these digests, one after the other. */
async function told(...tallies: Tally[]): Promise<Call[]> {
  const calls: Call[] = [];
  const callSlack: CallSlack = async (method, body) => {
    calls.push({ method, body: body as Call['body'] });
    return { ok: true, ts: '1.1' };
  };
  const chat = slackBot('C0000000OPS', callSlack, noFiles);
  const ledger = inMemoryLedger(ROUTES, () => NOW);
  const delivery = inMemoryDelivery();
  for (const [index, tally] of tallies.entries()) {
    const at = new Date(NOW.getTime() + index * 60_000);
    await receiveObservations([toDigest(tally, someHeartbeatSettings(), at)], ledger.ports);
    delivery.state.head = ledger.heads()[0];
    delivery.state.now = at;
    for (const message of ledger.deliveries.splice(0)) {
      await deliverAlert(message, { ...delivery.ports, openChannel: async () => chat });
    }
  }
  return calls;
}

test('the digest is one message, with no mark of being resolved', async () => {
  const calls = await told(TALLY, TALLY);

  expect(calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
});

test('a second count of the day takes the place of the first', async () => {
  const calls = await told(TALLY, { ...TALLY, heard: 1198, silent: TALLY.silent.slice(0, 2) });

  expect(calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.update', 'chat.postMessage']);
});

test.each([
  ['of silent members', TALLY],
  ['of a day on which all is well', { ...TALLY, heard: 1200, silent: [], otherVersions: {} }],
])('the digest %s in Slack', async (_, tally) => {
  const [call] = await told(tally);

  expect(blockKitErrors(call?.body.blocks as Parameters<typeof blockKitErrors>[0])).toEqual([]);
  expect(call?.body).toMatchSnapshot();
});
