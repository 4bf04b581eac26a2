import { afterEach, beforeEach, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';
import { chapterOf } from '#test/scenarios/health-story.ts';
import { lifecyclePage } from '#test/scenarios/lifecycle-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DAY_MS = 86_400_000;
const PAYMENTS = '111122223333';
const SHOP = '444455556666';

let cloud: EmbeddedCloud;

beforeEach(async () => {
  cloud = await startEmbeddedCloud({
    assembly: ASSEMBLY,
    fires: ({ arn }) => arn.includes('AlertClock'),
  });
});
afterEach(() => cloud.stop());

const messages = (channel: string) =>
  cloud.products.slack.messages(cloud.products.conversations[channel] ?? '');
const first = (channel: string) =>
  JSON.stringify(messages(channel).find(({ thread_ts }) => thread_ts === undefined) ?? null);
const threads = (channel: string) =>
  JSON.stringify(messages(channel).filter(({ thread_ts }) => thread_ts !== undefined));
const put = async (event: Parameters<EmbeddedCloud['putEvent']>[0]) => {
  await cloud.putEvent(event);
  await cloud.settled();
};
const pass = async (milliseconds: number) => {
  cloud.clock.advance(milliseconds);
  await cloud.settled();
};

it('pages in any order are one message with all resources, and its reminders say what is pending', async () => {
  for (const number of [2, 3, 1]) {
    await put(
      lifecyclePage(cloud.clock, 'L1', {
        account: SHOP,
        number,
        total: 3,
        minutes: 0,
        status: 'PENDING',
        inDays: 95,
      }),
    );
  }
  expect(first('ops')).toContain('pages');
  await pass(300_000);
  expect(first('ops')).toContain('9 resources');
  expect(first('ops')).not.toContain('pages');

  await pass(6 * DAY_MS);
  expect(threads('ops')).toContain('Reminder: 89 days left. 9 of 9 resources are still open.');
  await pass(60 * DAY_MS);
  expect(threads('ops')).toContain('Reminder: 29 days left.');
});

it('the end in one account leaves the other its reminders, and the message open', async () => {
  const page = (account: string, minutes: number, status: 'PENDING' | 'RESOLVED') =>
    lifecyclePage(cloud.clock, 'L2', { account, number: 1, total: 1, minutes, status, inDays: 95 });
  const closing = page(PAYMENTS, 5, 'RESOLVED');
  await put(page(PAYMENTS, 0, 'PENDING'));
  await put(page(SHOP, 0, 'PENDING'));
  await put(closing);
  await pass(300_000);
  expect(first('ops')).not.toContain('✅');
  expect(JSON.stringify(messages('payments').at(-1))).toContain('✅');
  const told = messages('payments').length;
  await pass(6 * DAY_MS);
  expect(threads('ops')).toContain('Reminder: 89 days left.');
  expect(messages('payments').length).toBeLessThanOrEqual(told + 1);
});

it('a backup copy alone alerts, and its primary adds nothing', async () => {
  const copy = chapterOf(cloud.clock, 'COPY', {
    minutes: 0,
    text: 'Told by the backup Region.',
    detail: { backupEvent: 'true' },
    envelope: { region: 'us-west-2' },
  });
  await put(copy);
  expect(messages('ops')).toHaveLength(1);
  const primary = structuredClone(copy) as unknown as { region: string; detail: { backupEvent: string } };
  primary.region = 'eu-central-1';
  primary.detail.backupEvent = 'false';
  await put(primary as unknown as Parameters<EmbeddedCloud['putEvent']>[0]);
  await pass(3_600_000);
  expect(messages('ops')).toHaveLength(1);
  expect(messages('ops')[0]?.edited).toBeFalsy();
});

it('what nobody closes is told, and expires quietly (aws-health-aware#41)', async () => {
  await put(chapterOf(cloud.clock, 'QUIET', { minutes: 0, text: 'No end.', detail: { endTime: '' } }));
  expect(first('ops')).not.toContain('✅');
  await pass(15 * DAY_MS);
  expect(first('ops')).toContain('✅');
});

it('an event of another source, though it speaks of Health, is nobody’s (aws-health-aware new_aha_event_schema)', async () => {
  await put(aHealthEvent({}, { source: 'aha' }) as unknown as Parameters<EmbeddedCloud['putEvent']>[0]);
  expect(messages('ops')).toEqual([]);
});

it('only the daily reconcile may call AWS Health, and no function Support: alerts need no paid support plan', () => {
  const ofAlerts = cloud.estate.functions.filter(({ name }) => !name.includes('HealthReconcile'));
  const roles = new Set(ofAlerts.map(({ roleArn }) => roleArn));
  const policies = cloud.estate.roles.filter(({ arn }) => roles.has(arn)).map((role) => role.policies);
  expect(policies.length).toBeGreaterThan(3);
  expect(JSON.stringify(policies)).not.toMatch(/"(health|support):/);
});
