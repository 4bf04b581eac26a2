import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appAccess } from '#lambdas/case-trackers/github/app-access.ts';
import { githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { githubTracker } from '#lambdas/case-trackers/github/github-tracker.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { REPOSITORY } from '#test/local/counterparts/github/a-github.ts';
import { trackerContract } from '../tracker-contract.ts';
import { aGithubTracker } from './a-github-tracker.ts';
import { APP, PRIVATE_KEY } from './an-app.ts';

const apiUrl = 'https://api.github.com';
const FAULTS = { refused: 'unavailable', lost: 'lost_answer', limited: 'secondary_limit' } as const;

async function aBench(app = APP.id, repository = REPOSITORY) {
  const bench = await aGithubTracker({ tokens: {}, apps: [APP] });
  const now = () => new Date(bench.clock.now());
  const access = appAccess({ apiUrl, repository, app }, { send: bench.send, now });
  return { ...bench, access, now };
}

let bench: Awaited<ReturnType<typeof aBench>>;
beforeEach(async () => {
  bench = await aBench();
});
afterEach(() => bench.close());

trackerContract('GitHub by an App', async () => {
  const { github, close, send, access, now } = await aBench();
  const { token, login } = await access(PRIVATE_KEY);
  const client = githubClient({ apiUrl, token }, { send, now, pace: async () => {} });
  return {
    tracker: githubTracker(client, REPOSITORY, { login }),
    arrived: () =>
      github.people.issues(REPOSITORY).flatMap(({ comments }) => comments.map(({ body }) => body)),
    failNext: (how) => github.failNext(FAULTS[how]),
    close,
  };
});

test('a token is kept for most of its hour, and taken anew before it ends, or by another key', async () => {
  const { access, clock } = bench;
  const first = await access(PRIVATE_KEY);
  expect(first.login).toBe('reeve-of-example[bot]');
  clock.advance(39 * 60_000);
  expect((await access(PRIVATE_KEY)).token).toBe(first.token);
  clock.advance(2 * 60_000);
  expect((await access(PRIVATE_KEY)).token).not.toBe(first.token);

  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString();
  await expect(access(pem)).rejects.toThrow('set it anew');
});

test('what is asked for is the one repository', async () => {
  const { access, github } = bench;
  const another = 'example/another';
  APP.repositories.push(another);
  const { token } = await access(PRIVATE_KEY);
  APP.repositories.pop();
  const ask = (name: string) =>
    github.handler({
      method: 'GET',
      host: 'api.github.com',
      path: `/repos/${name}/issues`,
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'x' },
      body: Buffer.alloc(0),
    });

  expect((await ask(REPOSITORY)).status).toBe(200);
  expect((await ask(another)).status).toBe(404);
});

test.each([
  ['no key', 'Iv23liReeveReeve', REPOSITORY, 'not a key', 'is none'],
  ['another App', 'Iv23liAnother', REPOSITORY, PRIVATE_KEY, 'set it anew'],
  ['a repository without it', APP.id, 'example/elsewhere', PRIVATE_KEY, 'not installed'],
])('%s is an error that says the way out, and not the key', async (_, app, repository, key, says) => {
  const { access, close } = await aBench(app, repository);
  const error = (await access(key).catch((cause: unknown) => cause)) as Error;
  await close();

  expect(error).toBeInstanceOf(PermanentError);
  expect(error.message).toContain(says);
  expect(JSON.stringify([error, error.message, String(error.cause)])).not.toMatch(/PRIVATE KEY|not a key/);
});
