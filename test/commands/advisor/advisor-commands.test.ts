import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { folderStore } from '#bin/commands/reports/folder-store.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';
import { aFlaggedItem, aLimit, aSaving } from '#test/trusted-advisor-sweep/a-flagged-item.ts';
import { aPublication, BANK, SHOP } from '#test/trusted-advisor-sweep/a-publication.ts';

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  folder = await aFolder();
  const day = aPublication(folderStore(folder.path));
  await day.publish({ items: { [SHOP]: [aFlaggedItem({ key: 'gone' })] } });
  day.nextDay();
  await day.publish({
    items: {
      [SHOP]: [
        aSaving('$1,234.5'),
        aLimit('99', '100'),
        aFlaggedItem(),
        aFlaggedItem({ key: 'm', mutedBy: 'known' }),
      ],
      [BANK]: [
        aFlaggedItem({
          item: { status: 'warning', region: 'us-east-1', fields: { 'Bucket Name': 'vault' } },
        }),
      ],
    },
    standings: { [BANK]: { state: 'refused', readAt: '2026-11-18T05:00:00.000Z' } },
  });
});
afterAll(() => folder.remove());

async function advisor(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (chunk: string | Uint8Array) => (said.stdout += Buffer.from(chunk).toString()) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  const from = words.includes('--from') ? [] : ['--from', folder.path];
  const code = await runCommandLine(commands, ['advisor', ...words, ...from], streams);
  return { code, ...said };
}
const linesOf = (text: string) => text.trimEnd().split('\n').slice(3);

describe('advisor items', () => {
  test('lists what is open, security first and the worst of it, without what is muted', async () => {
    const { code, stdout, stderr } = await advisor('items');

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Items that Trusted Advisor flags, 2026-11-19\n\nSTATUS +CATEGORY/);
    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(
        /^red +security +shop +eu-central-1 +Amazon S3 Bucket Permissions +till +2026-11-10$/,
      ),
      expect.stringMatching(/^yellow +security +bank +us-east-1 .* vault /),
      expect.stringMatching(/^yellow +service_limits +shop .* VPCs of VPC +2026-11-10 +99 of 100, 99%$/),
      expect.stringMatching(/^yellow +cost_optimizing +shop .* orders .* saves \$1,234\.50 a month$/),
    ]);
    expect(stderr).toContain('From AWS Trusted Advisor, 2026-11-19 06:00 UTC.');
    expect(stderr).toContain(
      `Not read: bank (${BANK}), counted as on 2026-11-18. Reason: it may not be read.`,
    );
  });

  test.each([
    [['--account', BANK], ['vault']],
    [
      ['--account', 'sh*'],
      ['till', 'VPCs of VPC', 'orders'],
    ],
    [
      ['--category', 'security', '--category', 'cost_optimizing'],
      ['till', 'vault', 'orders'],
    ],
    [
      ['--check', 'amazon s3*'],
      ['till', 'vault'],
    ],
    [['--check', 'Ti39halfu8'], ['orders']],
    [['--status', 'red'], ['till']],
    [['--status', 'warning', '--region', 'us-*'], ['vault']],
    [
      ['--muted', '--status', 'red'],
      ['till', 'till'],
    ],
    [['--date', '2026-11-18'], ['till']],
    [['--check', 'none'], []],
  ])('%j', async (words, expected) => {
    const { stdout } = await advisor('items', '--json', ...words);
    const { count, items } = JSON.parse(stdout) as { count: number; items: { resource: string }[] };

    expect(items.map(({ resource }) => resource)).toEqual(expected);
    expect(count).toBe(expected.length);
  });

  test.each([
    ['--check', 'none', 'No check or category is called "none": see advisor checks --all.\n'],
    ['--category', 'fun*', 'No check or category is called "fun*": see advisor checks --all.\n'],
    ['--check', 'Mirrored*', 'Nothing that was asked for is flagged.\n'],
  ])('%s %s finds nothing, and says why', async (option, word, end) => {
    const { code, stdout } = await advisor('items', option, word);

    expect(code).toBe(0);
    expect(stdout.endsWith(end)).toBe(true);
  });

  test('as CSV are the chosen rows in their order, exact', async () => {
    const { stdout } = await advisor('items', '--csv', '--check', 'Ti39halfu8');
    const [header = '', row = ''] = stdout.split('\r\n');

    expect(row.split(',')[header.split(',').indexOf('monthly_savings')]).toBe('1234.5');
  });
});

describe('advisor accounts', () => {
  test('shows first who was not read, and the way out', async () => {
    const { code, stdout } = await advisor('accounts');

    expect(code).toBe(0);
    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(new RegExp(`^bank \\(${BANK}\\) +refused +2026-11-01 +2026-11-18 .* 0 +1$`)),
      expect.stringMatching(new RegExp(`^shop \\(${SHOP}\\) +ok .* 2 +2$`)),
      '',
      expect.stringContaining('refused: it may not be read. A policy'),
    ]);
  });
});

describe('advisor checks', () => {
  test('says how many are watched by these settings, and why others are not', async () => {
    const { code, stdout } = await advisor('checks');

    expect(code).toBe(0);
    expect(stdout).toContain('3 of 4 checks are watched.');
    expect(stdout).toMatch(/^Security +1 +2 +1 +0$/m);
    expect(stdout).toContain('Not watched, mirrors Security Hub: 1.');
  });

  test('for programs is each of them', async () => {
    const { stdout } = await advisor('checks', '--json');
    const { checks } = JSON.parse(stdout) as { checks: { id: string; notWatched?: string }[] };

    expect(checks.map(({ id, notWatched }) => [id, notWatched])).toContainEqual([
      'Hs4Ma3G999',
      'mirrors Security Hub',
    ]);
  });
});

describe('advisor report', () => {
  test.each([
    [[], 'trusted-advisor-items/2026-11-19.html'],
    [['--format', 'csv'], 'trusted-advisor-items/2026-11-19.csv'],
    [['--format', 'json', '--date', '2026-11-18'], 'trusted-advisor-items/2026-11-18.json'],
    [['--accounts', '--format', 'csv'], 'trusted-advisor-accounts/2026-11-19.csv'],
  ])('%j is what was published, byte for byte', async (words, name) => {
    const { stdout } = await advisor('report', ...words);

    expect(stdout).toBe(await readFile(join(folder.path, 'exports', name), 'utf8'));
  });

  test('goes where it is told', async () => {
    const path = join(folder.path, 'page.html');

    expect((await advisor('report', '--out', path)).stdout).toMatch(/^Wrote .*page\.html: [\d.]+ KB\.\n$/);
    expect(await readFile(path, 'utf8')).toContain('<title>Trusted Advisor, 2026-11-19</title>');
  });
});

test.each([
  [['items', '--status', 'pink'], 2, '--status must be red, error, yellow'],
  [['items', '--date', '19.11.2026'], 2, '--date must be a day such as 2026-11-22'],
  [['report', '--format', 'xlsx'], 2, '--format must be html, csv, json.'],
  [['report', '--accounts'], 2, '--accounts is for --format csv or json.'],
  [['accounts', '--date', '2025-01'], 1, 'of 2025-01. The last ones are 2026-11-18, 2026-11-19.'],
  [['items', '--from', 'nowhere'], 1, 'nowhere: there is no such folder.'],
  [['items', '--from', 'docs'], 1, 'There is no report of Trusted Advisor in docs yet'],
])('%j is refused in words', async (words, code, said) => {
  const answer = await advisor(...words);

  expect(answer).toMatchObject({ code, stdout: '' });
  expect(answer.stderr).toContain(said);
});
