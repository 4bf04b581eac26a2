import { afterEach, beforeEach, expect, it } from 'vitest';
import { addResources, tagResource } from '#local/counterparts/organization/change-resources.ts';
import { toResource } from '#local/counterparts/organization/resource-shapes.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { PAYMENTS_PROD } from '#local/replay-events/health-event.ts';
import { tagBucket } from '#local/replay-events/tag-bucket.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;

let cloud: EmbeddedCloud;
beforeEach(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterEach(() => cloud.stop());

const roots = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .filter(({ thread_ts, text }) => thread_ts === undefined && !text?.includes('a first look'));

async function pass() {
  for (let minute = 0; minute < 6; minute += 1) {
    await cloud.settled();
    cloud.clock.advance(60_000);
  }
  await cloud.settled();
}
async function sweep() {
  cloud.clock.advance(DAY_MS);
  for (const name of ['AccountDirectoryDaily', 'TagCoverageDaily']) {
    await cloud.scheduler.trigger(cloud.estate.schedules.find(({ arn }) => arn.includes(name))?.arn ?? '');
    await pass();
  }
}

it('an account that is closed takes its alerts with it, and nobody says that they were mended', async () => {
  await sweep();
  const startedAt = cloud.clock.now();
  await tagBucket.steps[0]?.play(cloud, { id: 'TOLDONCE', number: 1, startedAt, now: startedAt });
  await pass();
  expect(roots()).toHaveLength(1);
  const account = cloud.organization.world.accounts.find(({ id }) => id === PAYMENTS_PROD);
  if (account) account.state = 'SUSPENDED';
  await sweep();

  expect(roots()).toHaveLength(1);
  expect(roots()[0]?.text).toContain('✅');
  const words = JSON.stringify(roots()[0]);
  expect(words).toContain('not watched any more');
  expect(words).not.toContain('mended');
});

it('what is global is told by the sweep, and closes when it is tagged, in the Region that records it', async () => {
  const { world } = cloud.organization;
  await sweep();
  const now = cloud.clock.now();
  const plan = { account: PAYMENTS_PROD, region: 'us-east-1', name: 'checkout-site', isGlobal: true };
  const [site] = addResources(
    world,
    [toResource({ ...plan, type: 'AWS::CloudFront::Distribution', createdAt: now })],
    now,
  );
  await sweep();
  expect(roots()).toHaveLength(1);
  expect(roots()[0]?.text).toContain('Required tags: CloudFront Distribution checkout-site');
  await sweep();
  expect(roots()[0]?.text).not.toContain('✅');

  if (site) tagResource(world, site, wellTagged(cloud.estate), cloud.clock.now());
  await sweep();
  expect(roots()).toHaveLength(1);
  expect(roots()[0]?.text).toContain('✅');
  expect(JSON.stringify(cloud.products.slack.messages(cloud.products.conversations['ops'] ?? ''))).toContain(
    'was mended',
  );
});
