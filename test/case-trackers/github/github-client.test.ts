import { describe, expect, test } from 'vitest';
import { githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { ItemGoneError, LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { aToken, REPOSITORY, TOKEN } from '#test/local/counterparts/github/a-github.ts';
import { aGithubTracker } from './a-github-tracker.ts';

const TEXT = { title: 'A case', body: 'Its body', labels: ['aws-case'] };
const DELIVERY = { id: 'd', text: 'A comment' };

async function withGithub(
  work: (bench: Awaited<ReturnType<typeof aGithubTracker>>) => Promise<void>,
  ...options: Parameters<typeof aGithubTracker>
) {
  const bench = await aGithubTracker(...options);
  try {
    await work(bench);
  } finally {
    await bench.close();
  }
}
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => new Error('It did not fail'),
    (error: unknown) => error as Error,
  );

test('each request says who it is, and which version of the API it knows', () =>
  withGithub(async ({ tracker, sent }) => {
    await tracker.openItem(TEXT, DELIVERY);

    expect(sent[0]?.headers).toMatchObject({
      authorization: `Bearer ${TOKEN}`,
      'user-agent': 'reeve',
      'x-github-api-version': '2022-11-28',
    });
  }));

describe('what GitHub refuses', () => {
  test.each([
    { what: 'a wrong token', token: 'wrong', words: 'set it anew' },
    { what: 'a token without the right to write', changes: { canWrite: false }, words: 'may not write' },
    {
      what: 'a repository that the token does not see',
      changes: { repositories: [] },
      words: 'does not show',
    },
  ])('$what is an error that no retry mends', ({ token, changes, words }) =>
    withGithub(
      async ({ tracker }) => {
        const error = await errorOf(tracker.openItem(TEXT, DELIVERY));

        expect(error).toBeInstanceOf(PermanentError);
        expect(error.message).toContain(words);
        expect(JSON.stringify(error)).not.toContain('github_pat');
      },
      { tokens: { [TOKEN]: aToken(changes) } },
      token,
    ),
  );

  test.each([
    { fault: 'secondary_limit', from: 60, to: 60 },
    { fault: 'too_many', from: 90, to: 90 },
    { fault: 'primary_limit', from: 1795, to: 1801 },
  ] as const)('$fault says for how long', ({ fault, from, to }) =>
    withGithub(async ({ tracker, github }) => {
      github.failNext(fault);
      const error = (await errorOf(tracker.openItem(TEXT, DELIVERY))) as LimitedError;

      expect(error).toBeInstanceOf(LimitedError);
      expect(error.afterSeconds).toBeGreaterThanOrEqual(from);
      expect(error.afterSeconds).toBeLessThanOrEqual(to);
    }),
  );

  test('switched-off issues are no deleted issue', () =>
    withGithub(async ({ tracker, github }) => {
      const item = await tracker.openItem(TEXT, DELIVERY);
      github.people.disableIssues(REPOSITORY);
      const error = await errorOf(tracker.addComment(item, DELIVERY));

      expect(error).toBeInstanceOf(PermanentError);
      expect(error).not.toBeInstanceOf(ItemGoneError);
    }));
});

describe('an issue that is not found', () => {
  test('is gone where somebody deleted it', () =>
    withGithub(async ({ tracker, github }) => {
      const item = await tracker.openItem(TEXT, DELIVERY);
      const [issue] = github.people.issues(REPOSITORY);
      if (issue) github.people.deleteIssue(issue);

      expect(await errorOf(tracker.addComment(item, DELIVERY))).toBeInstanceOf(ItemGoneError);
      expect(await errorOf(tracker.addComment({ id: '99', url: '' }, DELIVERY))).toBeInstanceOf(
        ItemGoneError,
      );
    }));

  test('is not gone where the token has lost its rights', () => {
    const token = aToken();
    return withGithub(
      async ({ tracker }) => {
        const item = await tracker.openItem(TEXT, DELIVERY);
        const id = await tracker.addComment(item, DELIVERY);
        token.repositories = [];

        expect(await errorOf(tracker.addComment(item, DELIVERY))).not.toBeInstanceOf(ItemGoneError);
        expect(await tracker.memory?.readComment(item, id).catch(() => 'unknown')).toBe('unknown');
      },
      { tokens: { [TOKEN]: token } },
    );
  });
});

test('a repository that was renamed is followed, by reads and by writes', () =>
  withGithub(async ({ tracker, github }) => {
    const item = await tracker.openItem(TEXT, DELIVERY);
    github.people.rename(REPOSITORY, 'renamed');
    await tracker.addComment(item, DELIVERY);

    expect(await tracker.memory?.comments(item)).toMatchObject([{ body: 'A comment' }]);
  }));

test('the token goes to no other host', async () => {
  const asked: string[] = [];
  const send = async ({ url }: { url: string }) => {
    asked.push(url);
    return { status: 307, headers: { location: 'https://evil.example/repos/x' }, body: '' };
  };
  const ports = { send, pace: async () => {}, now: () => new Date() };
  const client = githubClient({ apiUrl: 'https://api.github.com', token: 'secret' }, ports);

  await expect(client.call('POST', '/repos/o/r/issues', {})).rejects.toThrow('another host');
  expect(asked).toEqual(['https://api.github.com/repos/o/r/issues']);
});

test('a hundred and one comments are all read (sample-zendesk-aws-support-connector)', () =>
  withGithub(
    async ({ tracker }) => {
      const item = await tracker.openItem(TEXT, DELIVERY);
      for (let count = 0; count < 101; count += 1) {
        await tracker.addComment(item, { id: String(count), text: `Number ${count}` });
      }
      const comments = (await tracker.memory?.comments(item)) ?? [];

      expect(new Set(comments.map(({ body }) => body)).size).toBe(101);
      expect(comments[100]?.body).toBe('Number 100');
    },
    { limits: { requests: 5000, contentPerMinute: 500, contentPerHour: 500 } },
  ));

test('an issue is found by who opened it, though its labels were dropped, and not by who copies its marker', () =>
  withGithub(
    async ({ tracker, github }) => {
      const marker = '<!-- aws-case:111122223333:1 -->';
      github.people.open(REPOSITORY, { id: 7, login: 'mallory', type: 'User' }, 'Mine', `${marker}\nMine`);
      expect(await tracker.memory?.findItem(marker, '2020-01-01T00:00:00Z')).toBeUndefined();
      const item = await tracker.openItem({ ...TEXT, body: `${marker}\nOurs` }, DELIVERY);

      expect(await tracker.memory?.findItem(marker, '2020-01-01T00:00:00Z')).toMatchObject({
        id: item.id,
        labels: [],
      });
    },
    { tokens: { [TOKEN]: aToken({ canPush: false }) } },
  ));

test('a label that somebody has taken off already is no error', () =>
  withGithub(async ({ tracker }) => {
    const item = await tracker.openItem(TEXT, DELIVERY);
    await tracker.setState(
      item,
      { addLabel: 'waiting-for-us', removeLabels: ['to-do', 'aws-case'] },
      DELIVERY,
    );

    expect((await tracker.memory?.readItem(item))?.labels).toEqual(['waiting-for-us']);
  }));
