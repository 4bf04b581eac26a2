import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';
import { aSweep } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, GOOD } from '#test/tag-coverage/a-swept-resource.ts';

/** Three resources, of which one lacks both keys and one has the wrong value, seen on two days. */
const RESOURCES = [
  aSweptResource(),
  aSweptResource({ id: 'till', tags: { owner: 'shop', Environment: 'moon' } }),
  aSweptResource({ id: 'vault', account: BANK, region: 'eu-west-1', type: 'AWS::SQS::Queue', tags: {} }),
];
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
  const sweep = aSweep({ store: folderStore(folder.path) });
  sweep.world.resources = RESOURCES;
  await sweep.take();
  sweep.nextDay();
  sweep.world.resources = RESOURCES.map((each) => (each.id === 'vault' ? { ...each, tags: GOOD } : each));
  await sweep.take();
});
afterAll(() => folder.remove());

async function report(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (chunk: string | Uint8Array) => (said.stdout += Buffer.from(chunk).toString()) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  const from = words.includes('--from') ? [] : ['--from', folder.path];
  const code = await runCommandLine(commands, ['tags', 'report', ...from, ...words], streams);
  return { code, ...said };
}
const linesOf = (text: string) => text.trimEnd().split('\n').slice(2);

describe('coverage', () => {
  test('of the last day by key, with where it is from', async () => {
    const { code, stdout, stderr } = await report();

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Coverage of required tags by key, 2026-11-26\n\nKEY +COVERED +RESOURCES +MISSING/,
    );
    expect(linesOf(stdout).slice(1)).toEqual([
      expect.stringMatching(/^Environment +66\.7% +3 +0 +0 +1 +0 +0$/),
      expect.stringMatching(/^Owner +66\.7% +3 +1 +0 +0 +1 +0$/),
      expect.stringMatching(/^All tags together +66\.7% +3 +1 +0 +0 +1 +0$/),
    ]);
    expect(stderr).toContain('From AWS Config, 2026-11-26 04:50 UTC.');
  });

  test.each([
    ['account', [/^shop \(111122223333\) +50\.0% +2 /, /^bank \(444455556666\) +0% +1 /]],
    ['ou', [/^\/lab +0% +1 /, /^\/prod +50\.0% +2 /]],
    ['type', [/^AWS::S3::Bucket +50\.0% +2 /, /^AWS::SQS::Queue +0% +1 /]],
    ['region', [/^eu-central-1 +50\.0% +2 /, /^eu-west-1 +0% +1 /]],
  ])('of a former day by %s counts each resource once', async (by, expected) => {
    const { stdout } = await report('--by', by, '--date', '2026-11-25');

    const lines = linesOf(stdout).slice(1, -1);
    expect(lines).toHaveLength(expected.length);
    for (const line of expected) expect(lines).toContainEqual(expect.stringMatching(line));
  });

  test('for programs is its figures', async () => {
    const { stdout } = await report('--by', 'account', '--date', '2026-11-25', '--json');

    expect(JSON.parse(stdout)).toMatchObject({
      report: 'tag-coverage',
      period: '2026-11-25',
      by: 'account',
      total: { resources: 3, compliant: 1 },
      sums: [
        { name: 'bank', id: BANK, resources: 1, compliant: 0 },
        { name: 'shop', resources: 2, compliant: 1 },
      ],
    });
  });
});

describe('what lacks which tag', () => {
  test('is a line for each resource and key, with what may have been meant', async () => {
    const { stdout } = await report('--violations');

    expect(linesOf(stdout).slice(1)).toEqual([
      expect.stringMatching(/^shop +eu-central-1 +AWS::S3::Bucket +till +Owner +missing, has owner +shop$/),
      expect.stringMatching(/^shop .* till +Environment +not allowed: moon +shop$/),
    ]);
  });

  test('of more than a screen is its beginning, and how many there are besides', async () => {
    const many = await aFolder();
    const sweep = aSweep({ store: folderStore(many.path) });
    sweep.world.resources = Array.from({ length: 30 }, (_, index) =>
      aSweptResource({ id: `pail-${index}`, tags: {} }),
    );
    await sweep.take();
    const { stdout } = await report('--violations', '--from', many.path);

    expect(linesOf(stdout)).toHaveLength(1 + 40 + 1);
    expect(stdout).toContain('20 more rows: take them all with --format csv.');
    await many.remove();
  });
});

describe('a file', () => {
  test.each(['csv', 'json'])('of %s is that which the sweep published, byte for byte', async (format) => {
    const published = (name: string) => readFile(join(folder.path, 'exports', `${name}.${format}`), 'utf8');
    const whole = await report('--format', format);
    const violations = await report('--violations', '--format', format);

    expect(whole.stdout).toBe(await published('tag-coverage/2026-11-26'));
    expect(violations.stdout).toBe(await published('required-tags/2026-11'));
  });

  test('goes where it is told', async () => {
    const path = join(folder.path, 'lacking.csv');
    const { stdout } = await report('--violations', '--format', 'csv', '--out', path);

    expect(stdout).toMatch(new RegExp(`^Wrote ${path}: [\\d.]+ \\w+\\.\n$`));
    expect(await readFile(path, 'utf8')).toContain(',till,');
  });
});

test.each([
  [['--by', 'colour'], 2, '--by must be key, account, ou, type, region.'],
  [['--date', '22.11.2026'], 2, '--date must be a day such as 2026-11-22'],
  [['--format', 'xlsx'], 2, '--format must be csv, json.'],
  [['--out', 'x'], 2, '--out is for --format csv or json.'],
  [['--date', '2025-01'], 1, 'no report of tags of 2025-01. The last ones are 2026-11-25, 2026-11-26.'],
  [['--from', 'nowhere'], 1, 'nowhere: there is no such folder.'],
  [
    ['--from', 'docs'],
    1,
    'There is no report of tags in docs yet: the sweep of tag-coverage makes one each day',
  ],
])('%j is refused in words', async (words, code, said) => {
  const answer = await report(...words);

  expect(answer).toMatchObject({ code, stdout: '' });
  expect(answer.stderr).toContain(said);
});
