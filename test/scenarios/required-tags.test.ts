import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import type { PlayedStory, Stage } from '#local/replay-events/story.ts';
import { tagBucket } from '#local/replay-events/tag-bucket.ts';
import { tagDeletion } from '#local/replay-events/tag-deletion.ts';
import { tagRollOut } from '#local/replay-events/tag-roll-out.ts';
import { tagStack } from '#local/replay-events/tag-stack.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const WAIT_MINUTES = 5;

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterEach(() => cloud.stop());

const messages = (channel = 'ops') =>
  cloud.products.slack.messages(cloud.products.conversations[channel] ?? '');
const roots = (channel = 'ops') => messages(channel).filter(({ thread_ts }) => thread_ts === undefined);
const text = (channel = 'ops') => JSON.stringify(messages(channel));

async function pass(minutes = WAIT_MINUTES) {
  for (let minute = 0; minute < minutes; minute += 1) {
    cloud.clock.advance(60_000);
    await cloud.settled();
  }
}

/** Plays a step, and lets the time pass until what it leads to is told. */
async function play({ steps }: PlayedStory, number: number) {
  const stage: Stage = cloud;
  const startedAt = cloud.clock.now();
  await steps[number]?.play(stage, { id: 'TOLDONCE', number: 1, startedAt, now: startedAt });
  await cloud.settled();
  await pass();
}

describe('a bucket without its tags', () => {
  it('is one message with what it lacks and what to write, and closes when it is tagged', async () => {
    await play(tagBucket, 0);
    expect(roots()).toHaveLength(1);
    expect(roots()[0]?.text).toContain('Required tags: S3 Bucket payments-receipts-TOLDON');
    expect(text()).toContain('Owner: missing. It says who is called when it breaks.');
    expect(text()).toContain('Tags.of(this).add');

    await play(tagBucket, 1);
    expect(roots()).toHaveLength(1);
    expect(roots()[0]?.text).toContain('✅');
    expect(text()).toContain('was mended');
  });

  it('reaches the owner of its account, and no channel of others', async () => {
    await play(tagBucket, 0);
    expect(roots('payments').length).toBeGreaterThan(0);
    expect(roots('security')).toEqual([]);
  });

  it('is told again when a tag is taken away, with the key that may have been meant', async () => {
    for (const step of [0, 1, 2]) await play(tagBucket, step);
    expect(roots()).toHaveLength(1);
    expect(roots()[0]?.text).not.toContain('✅');
    expect(text()).toContain('Owner: “owner” in its place.');
    expect(text()).toContain('CostCenter: blank.');
  });
});

it('a bucket that is tagged within the first minutes is told to nobody (DataChefHQ/aws-data-landing-zone#157)', async () => {
  const startedAt = cloud.clock.now();
  const telling = { id: 'TOLDONCE', number: 1, startedAt, now: startedAt };
  await tagBucket.steps[0]?.play(cloud, telling);
  await cloud.settled();
  cloud.clock.advance(60_000);
  await tagBucket.steps[1]?.play(cloud, { ...telling, now: cloud.clock.now() });
  await pass(10);
  expect(messages()).toEqual([]);
});

it('a volume that is deleted closes its message', async () => {
  await play(tagDeletion, 0);
  await play(tagDeletion, 1);
  expect(roots()).toHaveLength(1);
  expect(text()).toContain('was deleted');
  expect(roots()[0]?.text).toContain('✅');
});

it('what a stack made is one message, to be mended at its source', async () => {
  await play(tagStack, 0);
  expect(roots()).toHaveLength(1);
  expect(text()).toContain('mend its template or CDK app');
});

it('tags of a stack are tags of what it made: a deployment with them closes the message (aws-cloudformation/cloudformation-guard#86)', async () => {
  await play(tagStack, 0);
  await play(tagStack, 1);
  expect(roots()).toHaveLength(1);
  expect(roots()[0]?.text).toContain('✅');
});

it('what is older than the policy is told by no message of its own', async () => {
  await play(tagRollOut, 0);
  await pass(10);
  expect(messages()).toEqual([]);
});
