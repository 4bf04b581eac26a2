import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { wakeCases } from '#test/scenarios/play-support.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DATABASE = '176401120034417';

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
  await wakeCases(cloud, 'Sweep');
}, 120_000);
afterAll(() => cloud.stop());

const reeve = (...words: string[]) => runReeve(['support', ...words], environmentOf(cloud));
const audits = () => {
  const { name = '' } =
    cloud.estate.buckets.find(({ logicalId }) => /SupportCasesRedacted/.test(logicalId)) ?? {};
  const keys = cloud.objects.keys(name).filter((key) => key.startsWith('audit/'));
  return keys.map((key) => JSON.parse(cloud.objects.read(name, key)?.content.toString() ?? '{}') as object);
};

describe('support list', () => {
  test('shows what is open, those first that wait for us, with numbers that keep all digits (Gregy/aws-support-cases-exporter)', async () => {
    const { code, stdout } = await reeve('list');
    expect(code).toBe(0);
    const [head, first] = stdout.split('\n');
    expect(head).toMatch(/^CASE +TURN +STATUS/);
    expect(first).toMatch(/^176401120034417 +yours +pending-customer-action +high +payments-prod/);
    expect(stdout).not.toContain('resolved');
  });

  test('says why it is empty (boto3#3967)', async () => {
    const { code, stdout } = await reeve('list', '--severity', 'critical');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^None of \d+ known cases is asked for\./);
  });

  test('writes down that it was asked by subject, and no word of it', async () => {
    const { stdout } = await reeve('list', '--subject', 'CONNECTIONS to');
    expect(stdout).toContain(DATABASE);
    const asked = audits().map((audit) => (audit as { asked: object }).asked);
    expect(asked).toContainEqual({ open: true, bySubject: true });
    expect(JSON.stringify(audits())).not.toContain('CONNECTIONS');
  });

  test('shows Japanese cases, and resolved ones where they are asked for (boto3#4520)', async () => {
    const { stdout } = await reeve('list', '--all', '--json');
    const { cases } = JSON.parse(stdout) as { cases: { language?: string; status: string }[] };
    expect(cases.map(({ language }) => language)).toContain('ja');
    expect(cases.map(({ status }) => status)).toContain('resolved');
  });
});

describe('support show', () => {
  test('shows the whole thread, without what looks like a secret, and writes down who read it', async () => {
    const before = audits().length;
    const { code, stdout } = await reeve('show', DATABASE, '--account', '111122223333');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Case 176401120034417: Connections to ledger-db/);
    expect(stdout).toContain('A parameter of your group ends idle sessions.');
    expect(stdout).toContain('[file: postgresql.log]');
    expect(audits()).toHaveLength(before + 1);
    expect(audits()).toContainEqual(
      expect.objectContaining({ command: 'support show', cases: [`111122223333/${DATABASE}`] }),
    );
  });

  test('names the way to a case that is not there', async () => {
    const { code, stderr } = await reeve('show', '1');
    expect(code).toBe(1);
    expect(stderr).toContain('support list --all');
  });

  test('shows nothing where it cannot be written down', async () => {
    const remove = cloud.proxy.addHook({
      before: async ({ service, method }) =>
        service === 's3' && method === 'PUT'
          ? { status: 403, headers: {}, body: '<Error><Code>AccessDenied</Code></Error>' }
          : undefined,
    });
    const { code, stdout } = await reeve('show', DATABASE);
    remove();
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
  });
});

describe('support report', () => {
  test('says who makes one where there is none yet', async () => {
    const { code, stderr } = await reeve('report');
    expect(code).toBe(1);
    expect(stderr).toContain('support-cases makes one each day at 06:20 UTC');
  });

  test('takes the page and the tables of the day, without a word of any case', async () => {
    await wakeCases(cloud, 'Report');
    const page = await reeve('report');
    const cases = await reeve('report', '--format', 'csv');
    const accounts = await reeve('report', '--accounts', '--format', 'json');
    expect(page.stdout).toMatch(/^<!doctype html>.*<title>Support cases, /is);
    expect(cases.stdout).toContain(`,${DATABASE},`);
    for (const { stdout } of [page, cases]) expect(stdout).not.toContain('ledger-db');
    const { rows } = JSON.parse(accounts.stdout) as { rows: { account_id: string; waiting: number }[] };
    expect(rows.find(({ account_id: id }) => id === '111122223333')?.waiting).toBe(1);
  });

  test.each([
    [['--format', 'pdf'], '--format must be html, csv, json.'],
    [['--accounts'], '--accounts is for --format csv or json.'],
  ])('%j is refused with the way out', async (words, message) => {
    const { code, stderr } = await reeve('report', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('support search', () => {
  test('finds Japanese and English words where they stand, and writes down how many, not which', async () => {
    const before = audits().length;
    const { code, stdout } = await reeve('search', 'ﾀｲﾑｱｳﾄ');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^176394455501230 {2}夜間バッチの Lambda が»タイムアウト«します\n/);
    const added = audits().slice(before);
    expect(added).toEqual([
      expect.objectContaining({
        command: 'support search',
        asked: { open: false, words: 1 },
        cases: expect.arrayContaining([`111122223333/${DATABASE}`]) as string[],
      }),
    ]);
    const english = await reeve('search', 'connection', 'idle', '--account', 'payments-prod', '--json');
    const { hits } = JSON.parse(english.stdout) as {
      hits: { row: { displayId: string }; passages: { text: string; marks: [number, number][] }[] }[];
    };
    expect(hits.map(({ row }) => row.displayId)).toEqual([DATABASE]);
    const marked = hits.flatMap(({ passages }) =>
      passages.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))),
    );
    expect(marked).toEqual(['connections', 'idle']);
  });

  test('looks into nothing that was taken out, and says where nothing is found', async () => {
    const { stdout, stderr } = await reeve('search', 'Winter-Boat-77');
    expect(stdout).toMatch(/^None of \d+ cases has all of these words\.\n$/);
    expect(stderr).toContain('Withheld');
    expect((await reeve('search', '!?')).code).toBe(2);
  });

  test('of an account that was never read says so', async () => {
    const { code, stdout } = await reeve('search', 'anything', '--account', '999988887777');
    expect(code).toBe(0);
    expect(stdout).toContain('999988887777: not read yet');
  });
});
