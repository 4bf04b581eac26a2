import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import settings from '#config';
import type { GithubUser } from '#local/counterparts/github/github-state.ts';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { lookAtUploads } from '#test/scenarios/play-answers.ts';
import { settleCases, tellCases, wakeCases, wakeTrackers } from '#test/scenarios/play-support.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const PAYMENTS = '111122223333';
const MINUTE_MS = 60_000;
const HANAKO: GithubUser = { login: 'hanako', id: 4001, type: 'User' };
/** A picture, by its first bytes; six megabytes are two parts. */
const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a0000', 'hex'), Buffer.alloc(6_000_000, 7)]);
const LOG = Buffer.from('10:00 JST 起動しない\n'.repeat(1000));

const { assembly, remove } = synthesizeWith({
  organization: settings.organization && { ...settings.organization, writerTargets: ['r-a1b2'] },
  support: settings.support && {
    ...settings.support,
    // Of one account, for GitHub takes a comment a second.
    trackers: { issues: { ...settings.support.trackers['issues'], accounts: [PAYMENTS] } as never },
    answers: { actors: { issues: ['hanako'] }, perHour: 20 },
  },
});
let cloud: EmbeddedCloud;
let one: WorldCase;
/** Hosts that were shown the token of GitHub. */
const shown = new Set<string>();
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the directory');
  await cloud.settled();
  cloud.organization.world.support.cases.splice(2);
  await wakeCases(cloud, 'Sweep');
  const words = { account: PAYMENTS, subject: 'Writes are slow', body: 'Since 10:00 JST.' };
  const { opened, event } = openCase(cloud.organization.world.support, words, cloud.clock.now());
  one = opened;
  await tellCases(cloud, event);
  lookAtUploads(cloud);
  cloud.gateway.addHook({
    before: async ({ host, headers }) => {
      if (headers['authorization']?.includes('ghp_')) shown.add(host);
      return undefined;
    },
  });
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  remove();
});

const tracker = () => {
  const { github, repository = '' } = cloud.trackers.githubs['issues'] ?? {};
  if (!github) throw new Error('The sample has a tracker');
  return { people: github.people, repository };
};
function issue() {
  const { people, repository } = tracker();
  const found = people.issues(repository).find(({ title }) => title.includes('Writes are slow'));
  if (!found) throw new Error('No issue');
  return found;
}
/** What Reeve says to a comment. */
async function write(body: string): Promise<string[]> {
  const { people, repository } = tracker();
  cloud.clock.advance(MINUTE_MS);
  people.comment(repository, issue(), HANAKO, body);
  const before = issue().comments.length;
  await wakeTrackers(cloud);
  await settleCases(cloud);
  return issue()
    .comments.slice(before)
    .map((comment) => comment.body);
}
const drop = (name: string, bytes: Buffer) => tracker().people.drop(tracker().repository, name, bytes);

test('two files of a comment are in one message of the case, byte for byte, and come back as no comment', async () => {
  const { people, repository } = tracker();
  const log = people.commit(repository, { path: 'logs/app.log' }, LOG);
  const said = await write(`/aws attach\nThe graph ${drop('graph.png', PICTURE)} and [the log](${log}).`);

  const sent = one.communications.filter(({ body }) => body.includes('The graph'));
  expect(sent.map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^The graph Image and the log \(app\.log\)\.\n\nPosted by hanako via issues, comment \d+$/,
    ),
  ]);
  const files = sent[0]?.attachments.map(({ fileName, data = '' }) => ({
    fileName,
    bytes: Buffer.from(data, 'base64'),
  }));
  expect(files?.map(({ fileName }) => fileName)).toEqual(['Image.png', 'app.log']);
  expect(files?.[0]?.bytes.equals(PICTURE)).toBe(true);
  expect(files?.[1]?.bytes.equals(LOG)).toBe(true);
  expect(said).toEqual([expect.stringContaining('Sent to AWS.')]);

  await wakeCases(cloud, 'Sweep');
  await wakeTrackers(cloud);
  await settleCases(cloud);
  expect(issue().comments.filter(({ body }) => body.includes('The graph'))).toHaveLength(1);
});

describe('the case gets nothing, and the issue says why', () => {
  const key = ['AKIA', 'Z3MX7QK2PLW5RTVN'].join('');
  const none = `https://github.com/user-attachments/files/99/none.log`;
  test.each([
    ['of a file that GitHub does not show', () => none, "not shown to Reeve's token"],
    ['of one that is too big', () => drop('core.zip', Buffer.alloc(26 * 1024 * 1024)), 'more than 25 MB'],
    ['of a text with a secret', () => drop('env.txt', Buffer.from(`key ${key}`)), 'AWS access key id'],
    ['of other links', () => 'https://example.com/a.log', 'no file'],
  ])('%s', async (_, link, says) => {
    const before = one.communications.length;
    const said = await write(`/aws attach Look: ${link()}`);

    expect(said).toEqual([expect.stringContaining(says)]);
    expect(said[0]).not.toContain(key);
    expect(one.communications).toHaveLength(before);
  });

  test('where GitHub leads to an address of this network', async () => {
    const mend = cloud.gateway.addHook({
      before: async ({ host }) =>
        host === 'github.com'
          ? { status: 302, headers: { location: 'https://169.254.169.254/latest/meta-data' }, body: '' }
          : undefined,
    });
    const before = cloud.gateway.refused.length;
    const said = await write(`/aws attach ${drop('a.zip', PICTURE)}`);
    mend();

    expect(said).toEqual([expect.stringContaining('cannot read file 1 (`a.zip`)')]);
    expect(cloud.gateway.refused).toHaveLength(before);
  });
});

test('the token is shown to GitHub alone, and no name of a file stands in any log', async () => {
  expect(JSON.stringify(cloud.journal)).not.toMatch(/graph\.png|app\.log|The graph/);
  expect([...shown].toSorted()).toEqual(['api.github.com', 'github.com']);
  const hosts = new Set(cloud.gateway.requests.map(({ host }) => host));
  expect([...hosts]).toContain('objects.githubusercontent.com');
  expect([...hosts]).toContain('uploadv1.attachments.support.us-east-1.amazonaws.com');
});
