import { expect, test } from 'vitest';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { deliverAlert } from '#lambdas/chat-delivery/deliver-alert.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { aChannel, inMemoryDelivery } from '#test/chat-delivery/in-memory-delivery.ts';
import { aStoppedTask, theAlert } from '#test/ecs-alerts/an-ecs-event.ts';

const STOPS = 10_000;
const BATCH = 10;
const START = Date.parse('2026-11-22T10:00:00Z');
const TEN_MINUTES_MS = 600_000;

test('a loop of 10,000 stops in ten minutes makes a handful of posts and edits, and then the whole count', async () => {
  let now = new Date(START);
  const routes = [{ name: 'all', when: {}, channels: ['ops'], owner: false }];
  const ledger = inMemoryLedger({ routes, mutes: [], owners: {} }, () => now);
  const channel = aChannel();
  const delivery = inMemoryDelivery({
    ...channel,
    chat: { ...channel.chat, render: ({ occurrences }) => `${occurrences?.count} stops` },
  });
  const ports = { ...delivery.ports, readHead: async (key: string) => ledger.head(key), now: () => now };
  const tell = async () => {
    const { key, revision } = ledger.heads()[0] ?? { key: '', revision: 0 };
    await deliverAlert({ key, channel: 'ops', revision }, ports);
  };
  for (let first = 0; first < STOPS; first += BATCH) {
    now = new Date(START + (first / STOPS) * TEN_MINUTES_MS);
    const stops = Array.from({ length: BATCH }, (_, index) =>
      aStoppedTask({}, { time: now.toISOString() }, first + index),
    );
    await receiveObservations(await Promise.all(stops.map((stop) => theAlert(stop))), ledger.ports);
    await tell();
  }
  expect(delivery.calls.map(({ did }) => did)).toEqual([
    'post',
    'edit message-1',
    'edit message-1',
    'edit message-1',
  ]);

  now = new Date(START + 3_600_000);
  await tell();
  expect(delivery.calls.at(-1)).toEqual({ did: 'edit message-1', text: '10000 stops' });
});
