import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { githubDelivery, signedDelivery } from '#local/counterparts/github/github-deliveries.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { localSecret } from '#local/tracker-webhooks.ts';
import { anAnsweredCase, HANAKO } from '#test/scenarios/an-answered-case.ts';
import { settleCases, wakeTrackers } from '#test/scenarios/play-support.ts';

const SECRET = localSecret('issues');

let world: Awaited<ReturnType<typeof anAnsweredCase>>;
let cloud: EmbeddedCloud;
let one: WorldCase;
beforeAll(async () => {
  world = await anAnsweredCase({ hooks: true });
  ({ cloud, one } = world);
}, 120_000);
beforeEach(() => {
  cloud.clock.advance(60_000);
  Object.assign(hook().habits, { times: 1, isHeld: false });
});
afterAll(() => world.stop());

function hook() {
  const found = cloud.incoming.webhooks['issues'];
  if (!found) throw new Error('The tracker has a webhook');
  return found;
}
const tracker = () => world;
const issue = () => world.issue();
const write = (body: string) => {
  const { github, repository } = tracker();
  return github.people.comment(repository, issue(), HANAKO, body);
};
const toldOf = ({ id }: { id: number }) =>
  issue().comments.filter(({ body }) => body.startsWith(`<!-- aws-answer:${id} -->`));
const sentOf = (word: string) => one.communications.filter(({ body }) => body.includes(word));
/** How often the function that speaks with AWS was woken by a comment. */
const woken = () =>
  cloud.proxy.calls.filter(
    ({ operation, caller }) => operation.endsWith('/invocations') && caller.function.includes('TrackerHooks'),
  ).length;

/** What anybody on the internet may send. */
async function send(
  path: string,
  delivery: { headers: Record<string, string>; body: string },
  method = 'POST',
) {
  const url = cloud.estate.outputs['ReeveHub.TrackerHooksUrl'] ?? '';
  const given = method === 'GET' ? {} : { body: delivery.body };
  const answer = await fetch(`${url}${path}`, { method, headers: delivery.headers, ...given });
  const text = await answer.text();
  await cloud.settled();
  return { status: answer.status, text };
}
/** A comment that asks for something, as GitHub tells of it. */
function told(body: string, secret = SECRET) {
  const { github, repository } = tracker();
  const home = github.state.repositories.find(({ owner, name }) => `${owner}/${name}` === repository);
  if (!home) throw new Error('No repository');
  const at = cloud.clock.now();
  const comment = { id: 9_999_999, user: HANAKO, body, createdAt: at, updatedAt: at };
  const change = { event: 'issue_comment' as const, action: 'created' as const, comment };
  return githubDelivery({ repository: home, issue: issue(), sender: HANAKO, change }, { secret });
}

test('a reply in an issue is answered without a sweep', async () => {
  const comment = write('/aws reply\nIt is slow again.');
  await cloud.settled();

  expect(sentOf('It is slow again.')).toHaveLength(1);
  expect(toldOf(comment)).toHaveLength(1);
  expect(hook().recent.find(({ status }) => status === 202)).toMatchObject({ event: 'issue_comment' });
});

test('what the counterpart sends when a webhook is made is answered', async () => {
  expect(await hook().ping()).toMatchObject({ event: 'ping', status: 200 });
});

test('a forged delivery is refused without a word, and nobody is woken', async () => {
  const before = woken();
  const genuine = told('/aws resolve');
  const forged = told('/aws resolve', 'x'.repeat(64));
  const changed = { ...genuine, body: genuine.body.replace('/aws resolve', '/aws Resolve') };
  const { 'x-hub-signature-256': _, ...old } = genuine.headers;

  for (const delivery of [forged, changed, { ...genuine, headers: old }]) {
    expect(await send('issues', delivery)).toEqual({ status: 401, text: '' });
  }
  expect(woken()).toBe(before);
  expect(old['x-hub-signature']).toMatch(/^sha1=/);
});

test('a delivery that is genuine, and whose comment GitHub does not have, does nothing', async () => {
  const before = woken();
  expect(await send('issues', told('/aws reply I was never written.'))).toMatchObject({ status: 202 });

  expect(woken()).toBe(before + 1);
  expect(sentOf('I was never written.')).toEqual([]);
});

test('a delivery that comes again, three times at once and days later, is one message and one answer', async () => {
  hook().habits.times = 3;
  const comment = write('/aws reply Once only.');
  await settleCases(cloud);
  const delivery = hook().recent.findLast(({ status }) => status === 202)?.id ?? '';
  cloud.clock.advance(2 * 86_400_000);
  const again = await hook().redeliver(delivery);
  await settleCases(cloud);

  expect(again).toMatchObject({ status: 202 });
  expect(sentOf('Once only.')).toHaveLength(1);
  expect(toldOf(comment)).toHaveLength(1);
});

test('two commands whose deliveries come at once and in the wrong order are both done, in theirs', async () => {
  hook().habits.isHeld = true;
  const [first, second] = [write('/aws reply The first.'), write('/aws reply The second.')];
  hook().release((ids) => ids.toReversed());
  await settleCases(cloud);

  expect([sentOf('The first.'), sentOf('The second.')].map(({ length }) => length)).toEqual([1, 1]);
  expect([...toldOf(first), ...toldOf(second)]).toHaveLength(2);
});

test('the delivery of a form is read as well', async () => {
  const before = woken();
  const body = new URLSearchParams({ payload: told('/aws reply By a form.').body }).toString();
  const signed = signedDelivery('issue_comment', body, { secret: SECRET, id: 'form', repositoryId: 1 });
  const headers = { ...signed.headers, 'content-type': 'application/x-www-form-urlencoded' };

  expect(await send('issues', { headers, body })).toMatchObject({ status: 202 });
  expect(woken()).toBe(before + 1);
});

test('what is no command wakes nobody: the words of people, and what Reeve itself says', async () => {
  const before = woken();
  write('Has anybody seen this?\n/aws reply no');
  await settleCases(cloud);

  expect(woken()).toBe(before);
  expect(hook().recent.slice(-1)).toMatchObject([{ status: 200, answer: 'Ignored: no command.' }]);
});

test('a pull request, another repository and another event are left alone', async () => {
  const before = woken();
  const signed = (event: string, body: string) =>
    signedDelivery(event, body, { secret: SECRET, id: 'x', repositoryId: 1 });
  const payload = JSON.parse(told('/aws resolve').body) as { issue: object; repository: object };
  const pull = { ...payload, issue: { ...payload.issue, pull_request: { url: 'https://api.github.com/x' } } };
  const other = { ...payload, repository: { ...payload.repository, full_name: 'somebody/else' } };

  for (const [event, body] of [
    ['issue_comment', pull],
    ['issue_comment', other],
    ['issues', payload],
  ] as const) {
    expect(await send('issues', signed(event, JSON.stringify(body)))).toMatchObject({ status: 200 });
  }
  expect(woken()).toBe(before);
});

test('an issue that only says whose case it is asks for nothing', async () => {
  const { github, repository } = tracker();
  const copy = github.people.open(repository, HANAKO, 'A copy', issue().body ?? '');
  github.people.comment(repository, copy, HANAKO, '/aws reply From a copy.');
  await settleCases(cloud);

  expect(sentOf('From a copy.')).toEqual([]);
  expect(copy.comments).toHaveLength(1);
});

test('no other tracker, and nothing but what is posted', async () => {
  expect(await send('payments', told('/aws resolve'))).toEqual({ status: 404, text: '' });
  expect(await send('', told('/aws resolve'))).toEqual({ status: 404, text: '' });
  expect(await send('issues', told('/aws resolve'), 'GET')).toEqual({ status: 405, text: '' });
});

test('a delivery that is lost on the way is found by the next sweep', async () => {
  hook().habits.times = 0;
  const comment = write('/aws reply Nobody told of me.');
  await settleCases(cloud);
  expect(toldOf(comment)).toEqual([]);

  await wakeTrackers(cloud);
  await settleCases(cloud);
  expect(toldOf(comment)).toHaveLength(1);
});

test('no word of a delivery is in any log', () => {
  const logs = JSON.stringify(cloud.journal.steps);
  expect(logs).toContain('A comment was heard');
  expect(logs).not.toMatch(/slow again|never written|Once only|By a form|hanako/);
});
