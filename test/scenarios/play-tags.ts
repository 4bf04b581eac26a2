import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { tagBucket } from '#local/replay-events/tag-bucket.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** For longer than people are given to tag what they made. */
const MINUTES = 6;

/** A bucket that lacks its tags and gets them; a second that only the sweep finds; and what nobody can read. */
export async function playTags(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const { world } = cloud.organization;
  await sweep(cloud, settle);
  for (const step of tagBucket.steps.slice(0, 2)) {
    const now = cloud.clock.now();
    await step.play(cloud, { id: 'PLAYTAGS', number: 1, startedAt: now, now });
    await pass(cloud, settle);
  }

  // No rule has heard of it: its event got lost.
  const [bucket] = world.resources.filter(({ name }) => name?.endsWith('-PLAYTA'));
  if (!bucket) throw new Error('The story made no bucket');
  const now = cloud.clock.now();
  const lost = { id: 'lost-event', name: 'lost-event', arn: 'arn:aws:s3:::lost-event', tags: {} };
  world.resources.push({ ...bucket, ...lost, createdAt: now, changedAt: now });
  cloud.clock.advance(DAY_MS);
  await settle();
  await sweep(cloud, settle);
  await pass(cloud, settle);

  const events = cloud.queues.names().find((name) => /RequiredTagsEventsQueue/.test(name)) ?? '';
  cloud.queues.send(events, { body: 'poison' });
  await pass(cloud, settle);
}

async function sweep(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('TagCoverageDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the sweep of tags');
  await settle();
}

async function pass({ clock }: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    clock.advance(MINUTE_MS);
    await settle();
  }
}
