import { expect, it } from 'vitest';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** For longer than people are given to tag what they made. */
const MINUTES = 6;
const isOnTheWay = ({ name }: Queue) => /RequiredTags|AlertsQueue|OutboxQueue/.test(name);

/** A first look, and a day later what no event told of. */
async function sweepTwice(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { world } = cloud.organization;
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('TagCoverageDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the sweep of tags');
  await settle();

  const bucket = world.resources.find(({ type }) => type === 'AWS::S3::Bucket');
  if (!bucket) throw new Error('The world has no bucket');
  cloud.clock.advance(DAY_MS);
  const now = cloud.clock.now();
  const lost = { id: 'lost-event', name: 'lost-event', arn: 'arn:aws:s3:::lost-event', tags: {} };
  world.resources.push({ ...bucket, ...lost, createdAt: now, changedAt: now });
  await cloud.scheduler.trigger(daily?.arn ?? 'the sweep of tags');
  for (let minute = 0; minute < MINUTES; minute += 1) {
    await settle();
    cloud.clock.advance(MINUTE_MS);
  }
  await settle();
}

it('of the sweep of tags, no crash loses what no event told, or tells it twice', async () => {
  // Most calls ask one account's Region after the other what it records.
  const crashes = await crashMatrix(sweepTwice, { only: /TagCoverage/, matters: isOnTheWay, every: 5 });
  expect(crashes).toBeGreaterThan(35);
});
