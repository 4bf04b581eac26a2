import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerCase, openCase, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { settleCases, tellCases, wakeCases, wakeTrackers } from '#test/scenarios/play-support.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const PAYMENTS = '111122223333';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCY0123456789';

let cloud: EmbeddedCloud;
let one: WorldCase;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the directory');
  await cloud.settled();
  // A tracker takes a comment a second.
  cloud.organization.world.support.cases.splice(2);
  await wakeCases(cloud, 'Sweep');
}, 120_000);
afterAll(() => cloud.stop());

const support = () => cloud.organization.world.support;
const now = () => cloud.clock.now();
const issues = () => {
  const { github, repository } = cloud.trackers.githubs['issues'] ?? {};
  return github?.people.issues(repository ?? '') ?? [];
};
const issueOf = (word: string) => issues().filter(({ title }) => title.includes(word));
it('an opened case is an issue as soon as its event came, its texts redacted, nobody mentioned', async () => {
  const words = { account: PAYMENTS, subject: 'Writes are slow', body: `@hanako Key: ${SECRET} #1` };
  const { opened, event } = openCase(support(), words, now());
  one = opened;
  await tellCases(cloud, event);
  const [issue] = issueOf('Writes are slow');

  expect(issueOf('Writes are slow')).toHaveLength(1);
  expect(issue?.title).toContain(one.displayId);
  expect(issue?.labels).toContain('aws-case');
  expect(issue?.comments).toHaveLength(1);
  expect(JSON.stringify(issue)).not.toContain(SECRET);
  expect(issue?.comments[0]?.body).not.toContain('@hanako');
});

it('each answer is one comment, the end closes the issue (aws-samples/sample-zendesk-aws-support-connector)', async () => {
  const answer = answerCase(one, { body: 'Please send the plan.' }, now());
  await tellCases(cloud, answer, answer);
  cloud.clock.advance(1000);
  expect(issueOf('Writes are slow')[0]?.comments).toHaveLength(2);
  expect(issueOf('Writes are slow')[0]?.labels).toContain('waiting-for-us');

  await tellCases(cloud, resolveCase(one, now()));
  expect(issueOf('Writes are slow')[0]).toMatchObject({ state: 'closed', stateReason: 'completed' });
});

it('a sweep of its own finds what no trigger brought', async () => {
  const before = issues().length;
  const { github, repository } = cloud.trackers.githubs['issues'] ?? {};
  github?.failNext('server_error', { times: 1 });
  const { event } = openCase(support(), { account: PAYMENTS, subject: 'No answer', body: 'x' }, now());
  await tellCases(cloud, event);
  expect(github?.people.issues(repository ?? '')).toHaveLength(before);

  cloud.clock.advance(30 * 60_000);
  await wakeTrackers(cloud);
  await settleCases(cloud);
  expect(issueOf('No answer')).toHaveLength(1);
});

it('no text of a case is in any log (fernweh58/aws-support-case-bot)', () => {
  const logs = JSON.stringify(cloud.journal.steps);
  expect(logs).not.toContain('Please send the plan');
  expect(logs).not.toContain(SECRET);
});
