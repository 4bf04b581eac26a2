import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { chapterOf, issueStory } from '#test/scenarios/health-story.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;

beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
});
afterAll(() => cloud.stop());

const inChannel = (channel: string) =>
  cloud.products.slack.messages(cloud.products.conversations[channel] ?? '');
const topLevel = (channel: string) => inChannel(channel).filter(({ thread_ts }) => thread_ts === undefined);
const textOf = (message: unknown) => JSON.stringify(message);

it('an event of AWS Health arrives as a message, is edited with each update and closed at its end', async () => {
  const [opened, updated, closed] = issueStory(cloud.clock, 'STORY');
  if (!opened || !updated || !closed) throw new Error('The story is too short');

  await cloud.putEvent(opened);
  await cloud.settled();
  const [message] = topLevel('ops');
  expect(textOf(message)).toContain('Calls to EC2 fail');
  expect(message?.text).toContain('payments-prod (111122223333) · eu-central-1');

  await cloud.putEvent(updated);
  await cloud.settled();
  expect(topLevel('ops')).toHaveLength(1);
  expect(textOf(topLevel('ops')[0])).toContain('We found the cause');

  await cloud.putEvent(closed);
  await cloud.settled();
  expect(topLevel('ops')).toHaveLength(1);
  expect(topLevel('ops')[0]?.text).toMatch(/^✅/);
  expect(topLevel('ops')[0]?.reactions).toMatchObject([{ name: 'white_check_mark' }]);

  const replies = inChannel('ops').filter(({ thread_ts }) => thread_ts === message?.ts);
  expect(textOf(replies)).toContain('We found the cause');
  expect(textOf(replies)).toContain('Resolved.');
});

it('the owner of an account hears of it in a channel that can only post, by messages that follow the first', () => {
  expect(topLevel('payments')).toHaveLength(3);
  expect(textOf(topLevel('payments')[2])).toContain('Update of alert');
});

it('a signed webhook gets each revision once', () => {
  const deliveries = cloud.products.receivers['audit']?.deliveries() ?? [];
  expect(deliveries.map(({ body }) => (body as { type: string }).type)).toEqual([
    'reeve.alert.open',
    'reeve.alert.open',
    'reeve.alert.resolved',
  ]);
  expect(deliveries.every(({ repeats }) => repeats === 0)).toBe(true);
});

it('fifty concurrent deliveries of one event make one post (aws-health-aware#11)', async () => {
  const before = topLevel('ops').length;
  const event = chapterOf(cloud.clock, 'FIFTY', { minutes: 0, text: 'One event, fifty deliveries.' });
  await Promise.all(Array.from({ length: 50 }, () => cloud.putEvent(event)));
  await cloud.settled();
  expect(topLevel('ops')).toHaveLength(before + 1);
});

it('an edit that had to wait is made when the clock comes round', async () => {
  const event = (minutes: number, text: string) => chapterOf(cloud.clock, 'CADENCE', { minutes, text });
  for (const [minute, text] of ['First.', 'Second.', 'Third.', 'Fourth.'].entries()) {
    await cloud.putEvent(event(minute, text));
    await cloud.settled();
  }
  const message = () => textOf(topLevel('ops').at(-1));
  expect(message()).not.toContain('Fourth.');
  for (let minute = 0; minute < 4; minute += 1) {
    cloud.clock.advance(60_000);
    await cloud.settled();
  }
  expect(message()).toContain('Fourth.');
});

it('an unreadable event lies in the dead letters, named by field, and delays nothing', async () => {
  const event = { ...chapterOf(cloud.clock, 'BROKEN', { minutes: 0, text: 'x' }), detail: 'no object' };
  await cloud.putEvent(event as unknown as Parameters<EmbeddedCloud['putEvent']>[0]);
  await cloud.settled();
  const deadLetters =
    cloud.queues.names().find((name) => name.includes('HealthAlertsEventsDeadLetters')) ?? '';
  expect(cloud.queues.counts(deadLetters).ready).toBe(1);
  const lines = cloud.journal.steps.filter(({ kind }) => kind === 'log').map(({ text }) => text);
  expect(lines.join('\n')).toMatch(/"fields":\["detail"\]/);
  expect(lines.join('\n')).not.toContain('no object');
});

it('nothing left the machine, and no function called an AWS service that failed', () => {
  expect(cloud.gateway.refused).toEqual([]);
  const failed = cloud.proxy.calls.filter(({ status }) => status >= 400);
  expect(failed.filter(({ errorCode }) => errorCode !== 'ConditionalCheckFailedException')).toEqual([]);
});
