import { expect, it } from 'vitest';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import type { PlayedStory } from '#local/replay-events/story.ts';
import { tagBucket } from '#local/replay-events/tag-bucket.ts';
import { tagDeletion } from '#local/replay-events/tag-deletion.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';

const MINUTE_MS = 60_000;
/** For longer than people are given to tag what they made. */
const MINUTES = 6;
const isOnTheWay = ({ name }: Queue) => /RequiredTags|AlertsQueue|OutboxQueue/.test(name);

/** A bucket and a volume violate in one alert; then the one is mended, the other deleted. */
async function tellOfTags(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const startedAt = cloud.clock.now();
  const play = async ({ steps, id }: PlayedStory, number: number) =>
    steps[number]?.play(cloud, { id: id.slice(-6), number: 1, startedAt, now: cloud.clock.now() });
  for (const number of [0, 1]) {
    await play(tagBucket, number);
    await play(tagDeletion, number);
    for (let minute = 0; minute < MINUTES; minute += 1) {
      await settle();
      cloud.clock.advance(MINUTE_MS);
    }
    await settle();
  }
}

it('of required tags, no crash loses an alert, tells it twice or keeps it open', async () => {
  expect(await crashMatrix(tellOfTags, { only: /RequiredTags/, matters: isOnTheWay })).toBeGreaterThan(40);
});
