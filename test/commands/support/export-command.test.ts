import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { readZip } from '#test/commands/cost/xlsx/read-zip.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { wakeCases } from '#test/scenarios/play-support.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DATABASE = '176401120034417';
const PAYMENTS = '111122223333';

let cloud: EmbeddedCloud;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reeve-export-'));
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
  await wakeCases(cloud, 'Sweep');
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cloud.stop();
});

const reeve = (...words: string[]) => runReeve(['support', 'export', ...words], environmentOf(cloud));
const audits = () => {
  const { name = '' } =
    cloud.estate.buckets.find(({ logicalId }) => /SupportCasesRedacted/.test(logicalId)) ?? {};
  const keys = cloud.objects.keys(name).filter((key) => key.startsWith('audit/'));
  return keys.map((key) => JSON.parse(cloud.objects.read(name, key)?.content.toString() ?? '{}') as object);
};

test('takes whole threads as lines of JSON, for a pipe, and writes down who took which', async () => {
  const { code, stdout } = await reeve('--format', 'jsonl', '--account', 'payments-prod');
  expect(code).toBe(0);
  const cases = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { displayId: string; messages: object[] });
  const database = cases.find(({ displayId }) => displayId === DATABASE);
  expect(database).toMatchObject({
    account: PAYMENTS,
    accountName: 'payments-prod',
    ou: '/prod',
    owner: 'payments',
  });
  expect(database?.messages.length).toBeGreaterThan(1);
  expect(stdout).not.toContain('Winter-Boat-77');
  expect(audits()).toContainEqual(
    expect.objectContaining({
      command: 'support export',
      asked: { account: ['payments-prod'], open: false, format: 'jsonl' },
      count: cases.length,
      cases: expect.arrayContaining([`${PAYMENTS}/${DATABASE}`]) as string[],
    }),
  );
});

test('writes a file that only its owner may read, in place of a former one', async () => {
  const file = join(folder, 'cases.csv');
  writeFileSync(file, 'former');
  chmodSync(file, 0o644);
  const { code, stdout, stderr } = await reeve('--out', file);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Wrote .*cases\.csv: \d+ cases, \d+ of them withheld, [\d.]+ (?:bytes|KB)\.\n$/);
  expect(stderr).toContain('import them as text');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const rows = parseCsv<Record<string, string>>(readFileSync(file), { columns: true });
  expect(rows.map((row) => row['case'])).toContain(DATABASE);
  expect(rows.filter((row) => row['withheld'] !== '').map((row) => row['subject'])).toEqual(['']);
  expect(readdirSync(folder)).toEqual(['cases.csv']);
});

test('makes Markdown with a file a case, in folders of accounts', async () => {
  const file = join(folder, 'cases.zip');
  expect((await reeve('--out', file)).code).toBe(0);
  const files = readZip(readFileSync(file));
  expect(files.get(`payments-prod-${PAYMENTS}/${DATABASE}.md`)).toContain(
    'A parameter of your group ends idle sessions.',
  );
});

test('makes a page that needs nothing else', async () => {
  const file = join(folder, 'cases.html');
  const { code, stdout } = await reeve('--out', file, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file, format: 'html', withheld: 1 });
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('content="default-src &#39;none&#39;;');
  expect(page.match(/<script type="application\/gzip"/g)).toHaveLength(2);
});

test('writes nothing where nothing is found, and says why (boto3#3967)', async () => {
  const file = join(folder, 'none.json');
  const { code, stderr } = await reeve('--out', file, '--severity', 'critical', '--json');
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /Nothing is written\.\nNone of \d+ known cases is asked for\. There are \d+ without --severity/,
  );
  expect(existsSync(file)).toBe(false);
});

test('writes nothing where it cannot be written down who took it', async () => {
  const file = join(folder, 'secret.json');
  const remove = cloud.proxy.addHook({
    before: async ({ service, method }) =>
      service === 's3' && method === 'PUT'
        ? { status: 403, headers: {}, body: '<Error><Code>AccessDenied</Code></Error>' }
        : undefined,
  });
  const { code } = await reeve('--out', file);
  remove();
  expect(code).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test('leaves the former file where a thread cannot be read', async () => {
  const file = join(folder, 'kept.json');
  writeFileSync(file, 'former');
  const remove = cloud.proxy.addHook({
    before: async ({ service, method, path }) =>
      service === 's3' && method === 'GET' && path.includes('/redacted/')
        ? { status: 403, headers: {}, body: '<Error><Code>AccessDenied</Code></Error>' }
        : undefined,
  });
  const { code, stderr } = await reeve('--out', file);
  remove();
  expect(code).toBe(1);
  expect(stderr).toContain('AccessDenied');
  expect(readFileSync(file, 'utf8')).toBe('former');
});
