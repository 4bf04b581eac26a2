import { afterAll, beforeAll, expect, it } from 'vitest';
import settings from '#config';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { tagBucket } from '#local/replay-events/tag-bucket.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const DAY_MS = 86_400_000;
const { assembly, remove } = synthesizeWith({ tags: settings.tags && { ...settings.tags, graceDays: 2 } });

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  await trigger('AccountDirectoryDaily');
  await trigger('TagCoverageDaily');
}, 60_000);
afterAll(async () => {
  await cloud.stop();
  remove();
});

async function trigger(name: string) {
  await cloud.scheduler.trigger(cloud.estate.schedules.find(({ arn }) => arn.includes(name))?.arn ?? '');
  for (let minute = 0; minute < 6; minute += 1) {
    await cloud.settled();
    cloud.clock.advance(60_000);
  }
  await cloud.settled();
}
const told = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .filter(
      (message) => message.thread_ts === undefined && JSON.stringify(message).includes('payments-receipts'),
    );

it('what lacks its tags is told by the sweep when its days of grace are over, and not before', async () => {
  const startedAt = cloud.clock.now();
  await tagBucket.steps[0]?.play(cloud, { id: 'TOLDONCE', number: 1, startedAt, now: startedAt });
  const sweeps: number[] = [];
  for (let day = 0; day < 5; day += 1) {
    await trigger('TagCoverageDaily');
    sweeps.push(told().length);
    cloud.clock.advance(DAY_MS);
  }

  expect(sweeps).toEqual([0, 0, 1, 1, 1]);
});
