import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { handleMessage } from '#lambdas/heartbeat/handle-message.ts';
import type { HeartbeatMessage } from '#lambdas/heartbeat/heartbeat-message.ts';
import { aDirectory, anAccount, hoursAgo, PAYMENTS, SHOP, someHeartbeatSettings } from './a-directory.ts';

const REGIONS = ['eu-central-1', 'us-east-1'];

const heartbeat = fc
  .record({
    account: fc.constantFrom(PAYMENTS, SHOP),
    region: fc.constantFrom(...REGIONS, 'sa-east-1'),
    hours: fc.integer({ min: -5, max: 90 }),
  })
  .map(({ account, region, hours }): HeartbeatMessage => {
    const detail = { version: hours > 10 ? '0.1.0' : '0.2.0' };
    return { 'detail-type': 'Heartbeat', account, region, time: hoursAgo(hours), detail };
  });
const tick = fc.constantFrom<HeartbeatMessage>({ kind: 'count' }, { kind: 'tell' });
const orders = fc.array(fc.oneof(heartbeat, tick), { maxLength: 25 }).chain((messages) => {
  const repeated = [...messages, ...messages.slice(0, 5)];
  const shuffled = fc.shuffledSubarray(repeated, { minLength: repeated.length });
  return fc.tuple(fc.constant(messages), shuffled);
});

async function verdictAfter(messages: HeartbeatMessage[], hasDirectory: boolean): Promise<unknown> {
  const directory = aDirectory(someHeartbeatSettings({ regions: REGIONS, hasDirectory }));
  directory.watched();
  directory.has(anAccount(PAYMENTS), anAccount(SHOP));
  for (const message of messages) await handleMessage(message, directory.ports);
  // Twice: the first may have to say that what was silent before is not any more.
  for (const _ of ['first', 'second']) await handleMessage({ kind: 'count' }, directory.ports);
  await handleMessage({ kind: 'tell' }, directory.ports);
  return [directory.reports.at(-1), directory.observations.at(-1)];
}

test('heartbeats and counts in any order, some of them twice, end in the same verdict', async () => {
  await fc.assert(
    fc.asyncProperty(orders, fc.boolean(), async ([messages, reordered], hasDirectory) => {
      expect(await verdictAfter(reordered, hasDirectory)).toEqual(await verdictAfter(messages, hasDirectory));
    }),
    { numRuns: 200 },
  );
});
