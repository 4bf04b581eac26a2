import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { anAnsweredCase, HANAKO } from '#test/scenarios/an-answered-case.ts';
import { lookAtUploads } from '#test/scenarios/play-answers.ts';
import { settleCases, wakeCases, wakeTrackers } from '#test/scenarios/play-support.ts';

const MINUTE_MS = 60_000;
/** A picture, by its first bytes; six megabytes are two parts. */
const PICTURE = Buffer.concat([Buffer.from('89504e470d0a1a0a0000', 'hex'), Buffer.alloc(6_000_000, 7)]);
const LOG = Buffer.from('10:00 JST 起動しない\n'.repeat(1000));

let world: Awaited<ReturnType<typeof anAnsweredCase>>;
let cloud: EmbeddedCloud;
let one: WorldCase;
/** Hosts that were shown the token of GitHub. */
const shown = new Set<string>();
beforeAll(async () => {
  world = await anAnsweredCase({ perHour: 20 });
  ({ cloud, one } = world);
  lookAtUploads(cloud);
  cloud.gateway.addHook({
    before: async ({ host, headers }) => {
      if (headers['authorization']?.includes('ghp_')) shown.add(host);
      return undefined;
    },
  });
}, 120_000);
afterAll(() => world.stop());

const tracker = () => ({ people: world.github.people, repository: world.repository });
const issue = () => world.issue();
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
