import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GithubUser } from '#local/counterparts/github/github-state.ts';
import { answerCase } from '#local/counterparts/organization/change-cases.ts';
import { statusOf, type WorldCase } from '#local/counterparts/organization/world-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { anAnsweredCase, HANAKO } from '#test/scenarios/an-answered-case.ts';
import { settleCases, tellCases, wakeCases, wakeTrackers } from '#test/scenarios/play-support.ts';

const MINUTE_MS = 60_000;
const MALLORY: GithubUser = { login: 'mallory', id: 4002, type: 'User' };

let world: Awaited<ReturnType<typeof anAnsweredCase>>;
let cloud: EmbeddedCloud;
let one: WorldCase;
beforeAll(async () => {
  world = await anAnsweredCase({ perHour: 10 });
  ({ cloud, one } = world);
}, 120_000);
afterAll(() => world.stop());

const tracker = () => world;
const issue = () => world.issue();
async function write(body: string, user = HANAKO): Promise<string[]> {
  const { github, repository } = tracker();
  cloud.clock.advance(MINUTE_MS);
  github.people.comment(repository, issue(), user, body);
  const before = issue().comments.length;
  await wakeTrackers(cloud);
  await settleCases(cloud);
  return issue()
    .comments.slice(before)
    .map((comment) => comment.body);
}
const bodies = () => one.communications.map(({ body }) => body);

test('a reply in the issue is a message of the case, answered there once, and no comment anew (fernweh58/aws-support-case-bot)', async () => {
  const said = await write('/aws reply\n今も遅いです。');
  expect(bodies().filter((body) => body.includes('今も遅いです。'))).toEqual([
    expect.stringMatching(/^今も遅いです。\n\nPosted by hanako via issues, comment \d+$/),
  ]);
  expect(said).toEqual([expect.stringContaining('Sent to AWS.')]);

  await wakeCases(cloud, 'Sweep');
  await wakeTrackers(cloud);
  await settleCases(cloud);
  expect(issue().comments.filter(({ body }) => body.includes('今も遅いです。'))).toHaveLength(1);
});

test('the answer of AWS to it is mirrored', async () => {
  await tellCases(cloud, answerCase(one, { body: 'We are looking.' }, cloud.clock.now()));

  expect(issue().comments.at(-1)?.body).toContain('We are looking.');
});

test('nobody else answers, and no secret is sent', async () => {
  const before = bodies();
  const key = ['AKIA', 'Z3MX7QK2PLW5RTVN'].join('');
  expect(await write('/aws resolve', MALLORY)).toEqual([
    expect.stringContaining('support.answers.actors.issues'),
  ]);
  expect(await write(`/aws reply The key is ${key}`)).toEqual([expect.stringContaining('[REDACTED: ')]);
  expect(bodies()).toEqual(before);
  expect(statusOf(one)).not.toBe('resolved');
});

test('resolving in the issue resolves the case, and so closes the issue (aws-samples/sample-zendesk-aws-support-connector)', async () => {
  await write('/aws resolve');

  expect(statusOf(one)).toBe('resolved');
  expect(issue()).toMatchObject({ state: 'closed', stateReason: 'completed' });
});

test('a reply to a resolved case is posted, and says how the case is then', async () => {
  const said = await write('/aws reply It is back.');

  expect(bodies().some((body) => body.startsWith('It is back.'))).toBe(true);
  expect(said[0]).toMatch(/still resolved|`reopened`/);
});

test('no text of a comment is in any log', () => {
  expect(JSON.stringify(cloud.journal.steps)).not.toMatch(/今も遅い|It is back/);
});
