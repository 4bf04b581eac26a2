import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { aToken, PERSON, REPOSITORY, startGithub, TOKEN } from './a-github.ts';

type Shown = { number: number; body: string; labels: string[]; closed_at: string | null };

let clock: Clock;
let running: Awaited<ReturnType<typeof startGithub>>;
const started: (typeof running)[] = [];

beforeEach(async () => {
  clock = new Clock();
  running = await startGithub(clock);
  started.push(running);
});
afterAll(() => Promise.all(started.map(({ close }) => close())));

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${running.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'reeve', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const read: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
  return {
    status: response.status,
    headers: response.headers,
    body: read as Shown,
    list: (Array.isArray(read) ? read : []) as Shown[],
  };
}
const issues = `/repos/${REPOSITORY}/issues`;
const open = (fields: object = {}) => call('POST', issues, { title: 'A case', ...fields });

describe('who asks', () => {
  test.each<{ what: string; headers: Record<string, string>; status: number }>([
    { what: 'no token', headers: { authorization: '' }, status: 401 },
    { what: 'a wrong token', headers: { authorization: 'Bearer wrong' }, status: 401 },
    { what: 'an unknown version', headers: { 'x-github-api-version': '2011-01-01' }, status: 400 },
  ])('is refused with $what', async ({ headers, status }) => {
    expect((await call('GET', issues, undefined, headers)).status).toBe(status);
  });

  test('knows itself', async () => {
    expect((await call('GET', '/user')).body).toMatchObject({ login: 'reeve-bot', id: 1 });
  });

  test('sees no repository that the token is not for', async () => {
    expect((await call('GET', '/repos/example/other')).status).toBe(404);
  });

  test('without push has its labels dropped without a word', async () => {
    running = await startGithub(clock, { tokens: { [TOKEN]: aToken({ canPush: false }) } });
    started.push(running);

    expect((await open({ labels: ['aws-case'] })).body.labels).toEqual([]);
  });

  test('without write may read only', async () => {
    running = await startGithub(clock, { tokens: { [TOKEN]: aToken({ canWrite: false }) } });
    started.push(running);

    expect((await open()).status).toBe(403);
    expect((await call('GET', issues)).status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each([
    { fields: { title: '' }, error: { field: 'title', code: 'missing_field' } },
    { fields: { title: 'x'.repeat(257) }, error: { field: 'title', code: 'custom' } },
    { fields: { body: 'x'.repeat(65_537) }, error: { field: 'data', code: 'unprocessable' } },
    { fields: { labels: ['x'.repeat(51)] }, error: { resource: 'Label', code: 'invalid' } },
  ])('of an issue: $error', async ({ fields, error }) => {
    const answer = await open(fields);

    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ message: 'Validation Failed', errors: [error] });
  });

  test('a comment of 65,536 characters passes, one more does not', async () => {
    const { body } = await open();
    const comment = (length: number) =>
      call('POST', `${issues}/${body.number}/comments`, { body: '語'.repeat(length) });

    expect((await comment(65_536)).status).toBe(201);
    expect((await comment(65_537)).status).toBe(422);
  });

  test('a deleted issue is gone, one that never was is not found', async () => {
    await open();
    const [issue] = running.github.people.issues(REPOSITORY);
    if (issue) running.github.people.deleteIssue(issue);

    expect((await call('GET', `${issues}/1`)).status).toBe(410);
    expect((await call('GET', `${issues}/2`)).status).toBe(404);
  });
});

test('an issue that is closed has a reason, and another when it is opened again', async () => {
  await open();
  const closed = await call('PATCH', `${issues}/1`, { state: 'closed', state_reason: 'completed' });
  const reopened = await call('PATCH', `${issues}/1`, { state: 'open' });

  expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'completed' });
  expect(closed.body.closed_at).toMatch(/Z$/);
  expect(reopened.body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
});

test('pages have a hundred entries at most, and say where the next one is', async () => {
  await open();
  for (let count = 0; count < 70; count += 1)
    await call('POST', `${issues}/1/comments`, { body: `Number ${count}` });
  clock.advance(61_000);
  for (let count = 70; count < 101; count += 1)
    await call('POST', `${issues}/1/comments`, { body: `Number ${count}` });
  const first = await call('GET', `${issues}/1/comments?per_page=500`);
  const next =
    /<https:\/\/api\.github\.com([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await call('GET', next);

  expect(first.list).toHaveLength(100);
  expect(first.list[0]?.body).toBe('Number 0');
  expect(second.list.map(({ body }) => body)).toEqual(['Number 100']);
});

test('the list knows creator, labels, state and the moment of the last change', async () => {
  await open({ labels: ['aws-case'] });
  clock.advance(10_000);
  const since = new Date(clock.now()).toISOString();
  await open({ title: 'Another' });
  const numbers = async (query: string) =>
    (await call('GET', `${issues}?${query}`)).list.map(({ number }) => number);

  expect(await numbers('creator=reeve-bot')).toEqual([2, 1]);
  expect(await numbers('creator=hanako')).toEqual([]);
  expect(await numbers('labels=aws-case')).toEqual([1]);
  expect(await numbers(`since=${since}`)).toEqual([2]);
});

test('more than eighty contents a minute are refused, and say when to come again', async () => {
  await open();
  const statuses: number[] = [];
  let last = await call('GET', issues);
  for (let count = 0; count < 81; count += 1) {
    last = await call('POST', `${issues}/1/comments`, { body: 'Again' });
    statuses.push(last.status);
  }

  expect(statuses.filter((status) => status === 201)).toHaveLength(79);
  expect(last.status).toBe(403);
  expect(last.headers.get('retry-after')).toBe('60');
  clock.advance(61_000);
  expect((await call('POST', `${issues}/1/comments`, { body: 'Later' })).status).toBe(201);
});

test('requests are counted by the hour', async () => {
  running = await startGithub(clock, { limits: { requests: 2, contentPerMinute: 80, contentPerHour: 500 } });
  started.push(running);
  await call('GET', issues);
  await call('GET', issues);
  const refused = await call('GET', issues);

  expect(refused.status).toBe(403);
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  clock.advance(3_600_000);
  expect((await call('GET', issues)).status).toBe(200);
});

test('a repository that was renamed is redirected to, a write with its method', async () => {
  running.github.people.rename(REPOSITORY, 'renamed');
  const read = await call('GET', issues);
  const write = await call('POST', issues, { title: 'Moved' });

  expect(read.status).toBe(301);
  expect(write.status).toBe(307);
  const location = new URL(write.headers.get('location') ?? '').pathname;
  expect((await call('POST', location, { title: 'Moved' })).status).toBe(201);
});

test('a lost answer has had its effect, a server error has not', async () => {
  running.github.failNext('lost_answer');
  running.github.failNext('server_error');

  expect((await open()).status).toBe(502);
  expect((await open()).status).toBe(500);
  expect(running.github.people.issues(REPOSITORY)).toHaveLength(1);
});

test('what people write is heard', async () => {
  const heard: string[] = [];
  running.github.people.onChange(({ change, sender }) =>
    heard.push(`${sender.login}: ${change.event} ${change.action}`),
  );
  await open();
  const [issue] = running.github.people.issues(REPOSITORY);
  if (issue) running.github.people.comment(REPOSITORY, issue, PERSON, 'Hello');
  await call('POST', `${issues}/1/labels`, { labels: ['a'] });
  await call('DELETE', `${issues}/1/labels/A`);

  expect(heard).toEqual([
    'reeve-bot: issues opened',
    'hanako: issue_comment created',
    'reeve-bot: issues labeled',
    'reeve-bot: issues unlabeled',
  ]);
});
