import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { githubDelivery, signedDelivery } from '#local/counterparts/github/github-deliveries.ts';
import { createGithub } from '#local/counterparts/github/github-server.ts';
import { PERSON, REPOSITORY } from './a-github.ts';

test('a delivery is signed as the example of the documentation of GitHub', () => {
  const { headers } = signedDelivery('ping', 'Hello, World!', {
    secret: "It's a Secret to Everybody",
    id: 'one',
    repositoryId: 1,
  });

  expect(headers['x-hub-signature-256']).toBe(
    'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
  );
});

test('a comment of somebody is delivered with its issue, repository and author', () => {
  const github = createGithub({ clock: new Clock(), tokens: {}, repositories: [REPOSITORY] });
  const sent: ReturnType<typeof githubDelivery>[] = [];
  github.people.onChange((told) => sent.push(githubDelivery(told, { secret: 'shared' })));
  const issue = github.people.open(REPOSITORY, PERSON, 'A case');
  github.people.comment(REPOSITORY, issue, PERSON, '/aws reply はい');
  const { headers, body } = sent.at(-1) ?? { headers: {}, body: '' };
  const digest = createHmac('sha256', 'shared').update(body).digest('hex');

  expect(headers['x-github-event']).toBe('issue_comment');
  expect(headers['x-github-delivery']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
  expect(JSON.parse(body)).toMatchObject({
    action: 'created',
    issue: { number: 1 },
    comment: { body: '/aws reply はい', user: { login: 'hanako' } },
    repository: { full_name: REPOSITORY },
    sender: { login: 'hanako' },
  });
});
