import { afterEach, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;

afterEach(() => cloud.stop());

const posts = (channel: string) =>
  cloud.products.slack
    .messages(cloud.products.conversations[channel] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);

it('a channel that answers 500 for an hour loses nothing and delays no other channel (aws-health-aware#11)', async () => {
  cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
  const ops = cloud.products.conversations['ops'] ?? '';
  let down = true;
  cloud.gateway.addHook({
    before: async ({ body }) =>
      down && body.toString().includes(ops) ? { status: 500, headers: {}, body: '' } : undefined,
  });
  for (const name of ['OUTAGE-1', 'OUTAGE-2', 'OUTAGE-3']) {
    await cloud.putEvent(chapterOf(cloud.clock, name, { minutes: 0, text: `Words of ${name}.` }));
  }
  await cloud.settled();
  expect(posts('ops')).toHaveLength(0);
  expect(posts('payments')).toHaveLength(3);

  for (let minutes = 0; minutes < 60; minutes += 5) {
    cloud.clock.advance(300_000);
    await cloud.settled();
  }
  down = false;
  for (let minutes = 0; minutes < 30; minutes += 5) {
    cloud.clock.advance(300_000);
    await cloud.settled();
  }
  expect(posts('ops')).toHaveLength(3);
  expect(posts('payments')).toHaveLength(3);
});
