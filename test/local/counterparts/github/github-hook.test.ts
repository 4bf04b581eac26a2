import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { createGithubHook, type GithubHook } from '#local/counterparts/github/github-hook.ts';
import { createGithub } from '#local/counterparts/github/github-server.ts';
import { type LoopbackServer, startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { quiet } from '#local/quiet.ts';
import { aToken, PERSON, REPOSITORY, TOKEN } from '#test/local/counterparts/github/a-github.ts';

const OTHER = 'example/other';
type Came = { id: unknown; event: unknown; signature: unknown; body: string };

const clock = new Clock();
let came: Came[];
let status: number;
let server: LoopbackServer;
let hook: GithubHook;
let github: ReturnType<typeof createGithub>;
beforeEach(async () => {
  came = [];
  status = 202;
  server = await startLoopbackServer(async ({ headers }, response, body) => {
    came.push({
      id: headers['x-github-delivery'],
      event: headers['x-github-event'],
      signature: headers['x-hub-signature-256'],
      body: body.toString(),
    });
    response.writeHead(status).end('so');
  });
  github = createGithub({ clock, tokens: { [TOKEN]: aToken() }, repositories: [REPOSITORY, OTHER] });
  const url = `${server.url}/issues`;
  hook = createGithubHook({
    github,
    repository: REPOSITORY,
    url,
    secret: 'secret',
    events: ['issue_comment'],
  });
});
afterEach(async () => {
  hook.stop();
  await server.close();
  clock.stop();
});

const settled = () => quiet(() => hook.idle());
const wordsOf = ({ body }: Came) => (JSON.parse(body) as { comment?: { body: string } }).comment?.body;
async function write(...words: string[]): Promise<void> {
  const [issue = github.people.open(REPOSITORY, PERSON, 'It fails')] = github.people.issues(REPOSITORY);
  for (const word of words) github.people.comment(REPOSITORY, issue, PERSON, word);
  await settled();
}

test('a comment is delivered, signed over the bytes that come, and what was answered is shown', async () => {
  await write('日本');

  expect(came.map(wordsOf)).toEqual(['日本']);
  const digest = createHmac('sha256', 'secret')
    .update(came[0]?.body ?? '')
    .digest('hex');
  expect(came[0]?.signature).toBe(`sha256=${digest}`);
  expect(hook.recent).toMatchObject([
    { event: 'issue_comment', action: 'created', status: 202, answer: 'so' },
  ]);
});

test('other events and other repositories are not', async () => {
  github.people.open(REPOSITORY, PERSON, 'It fails');
  const elsewhere = github.people.open(OTHER, PERSON, 'It fails');
  github.people.comment(OTHER, elsewhere, PERSON, 'here');
  await settled();

  expect(came).toEqual([]);
});

test('a delivery that fails is not made again by itself, and by the button with the same id', async () => {
  status = 500;
  await write('once');
  expect(hook.recent).toMatchObject([{ status: 500 }]);
  status = 202;
  expect(await hook.redeliver(hook.recent[0]?.id ?? '')).toMatchObject({ status: 202 });

  expect(came).toHaveLength(2);
  expect(new Set(came.map(({ id, body }) => `${String(id)} ${body}`)).size).toBe(1);
});

test('deliveries get lost, come twice, and in another order', async () => {
  hook.habits.times = 0;
  await write('lost');
  Object.assign(hook.habits, { times: 2, isHeld: true });
  await write('a', 'b');
  expect(came).toEqual([]);
  hook.release((ids) => ids.toReversed());
  await settled();

  expect(came.map(wordsOf).toSorted((one = '', other = '') => one.localeCompare(other))).toEqual([
    'a',
    'a',
    'b',
    'b',
  ]);
  expect(wordsOf(came[0] as Came)).toBe('b');
});

test('where nobody answers, that is shown', async () => {
  await server.close();
  await write('hello');

  expect(hook.recent).toMatchObject([{ status: 0 }]);
});

test('a new webhook says so', async () => {
  expect(await hook.ping()).toMatchObject({ event: 'ping', status: 202 });
  expect(came).toMatchObject([{ event: 'ping' }]);
});
