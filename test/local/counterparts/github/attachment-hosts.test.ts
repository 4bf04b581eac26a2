import { expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { createGithub } from '#local/counterparts/github/github-server.ts';
import { aToken, REPOSITORY } from './a-github.ts';

const tokens = {
  classic: aToken({ isClassic: true }),
  fine: aToken(),
  stranger: aToken({ isClassic: true, repositories: [] }),
};

function bench() {
  const clock = new Clock();
  const github = createGithub({ clock, tokens, repositories: [REPOSITORY] });
  const bytes = Buffer.from([0, 255, 10]);
  const path = new URL(/\((.*)\)/.exec(github.people.drop(REPOSITORY, 'a.zip', bytes))?.[1] ?? '').pathname;
  const ask = (headers: Record<string, string>, method = 'GET') =>
    github.web({ method, host: 'github.com', path, headers, body: Buffer.alloc(0) });
  const open = async (headers: Record<string, string> = {}, change = '') => {
    const { pathname, search } = new URL(
      (await ask({ authorization: 'token classic' })).headers['location'] ?? '',
    );
    return (path = pathname + search + change) =>
      github.signed({ method: 'GET', host: 'signed', path, headers, body: Buffer.alloc(0) });
  };
  return { clock, bytes, ask, open };
}

test('a file of a comment is shown to classic tokens of its repository (josegonzalez/python-github-backup#477)', async () => {
  const { ask } = bench();
  const statusOf = async (authorization?: string) =>
    (await ask(authorization ? { authorization } : {})).status;

  expect(await statusOf('token classic')).toBe(302);
  expect(await statusOf('Bearer classic')).toBe(302);
  for (const other of ['token fine', 'token stranger', 'token none', undefined])
    expect(await statusOf(other)).toBe(404);
  expect((await ask({ authorization: 'token classic' }, 'POST')).status).toBe(404);
});

test('a signed link needs no token, refuses one, and ends after minutes', async () => {
  const { clock, bytes, open } = bench();
  const signed = await open();

  expect(await signed()).toMatchObject({ status: 200, body: bytes });
  expect((await (await open({ authorization: 'token classic' }))()).status).toBe(400);
  expect((await (await open({}, '0'))()).status).toBe(403);
  clock.advance(6 * 60_000);
  expect((await signed()).status).toBe(403);
});

test('a file of the repository comes raw to who asks so, else in base64', async () => {
  const { github, read } = repository();
  github.people.commit(REPOSITORY, { path: 'a b/c.txt' }, Buffer.from('x'));

  expect(await read('a%20b/c.txt?ref=main', 'application/vnd.github.raw+json')).toMatchObject({
    status: 200,
    body: Buffer.from('x'),
  });
  expect(JSON.parse(String((await read('a%20b/c.txt', 'application/json')).body))).toMatchObject({
    content: 'eA==',
    path: 'a b/c.txt',
  });
  expect((await read('a%20b/c.txt?ref=other', 'application/json')).status).toBe(404);
});

function repository() {
  const github = createGithub({ clock: new Clock(), tokens, repositories: [REPOSITORY] });
  const read = (path: string, accept: string) => {
    const headers = { authorization: 'Bearer fine', 'user-agent': 'x', accept };
    const whole = `/repos/${REPOSITORY}/contents/${path}`;
    return github.handler({
      method: 'GET',
      host: 'api.github.com',
      path: whole,
      headers,
      body: Buffer.alloc(0),
    });
  };
  return { github, read };
}
