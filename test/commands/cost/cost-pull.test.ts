import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CostsAtHand, costsAtHand } from '#test/commands/cost/costs-at-hand.ts';

let town: CostsAtHand;
let billed: number;
let month: string;
beforeAll(async () => {
  town = await costsAtHand();
  await town.run(['run', '--out', town.folder, '--yes']);
  billed = town.billed();
  month = (await readdir(join(town.folder, 'exports/services-monthly'))).toSorted().at(-1)?.slice(0, 7) ?? '';
});
afterAll(() => town.close());

const pull = (...words: string[]) => town.run(['pull', '--from', town.folder, ...words]);
const exported = (name: string) => readFile(join(town.folder, 'exports', name), 'utf8');

test('without a report those that there are are listed, with their months', async () => {
  const { code, stdout } = await pull();

  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^services-monthly +\\d{4}-\\d{2} … ${month} +Services by month$`, 'm'));
  expect(stdout).not.toContain('services-daily');
});

test('a report is its sums of the last month; where they come from is told beside', async () => {
  const { stdout, stderr } = await pull('--report', 'services-monthly');

  expect(stdout).toMatch(
    new RegExp(`^Services by month, ${month}, \\w+\n\nSERVICE +GROSS +CREDITS +REFUNDS +NET\n`),
  );
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^Sum( +-?[$<\d,.]+){4}$/);
  expect(stderr).toMatch(
    /^From Cost Explorer, .* UTC, run .*-monthly \(\d+ requests\)\. This reading asked 0\.\n/,
  );
  expect(stderr).toContain('it may still change');
});

test('programs get the sums exact, with their provenance', async () => {
  const { stdout, stderr } = await pull('--report', 'accounts-monthly', '--json');
  const { report, provenance, sums } = JSON.parse(stdout) as Record<string, unknown>;

  expect(report).toBe('accounts-monthly');
  expect(provenance).toMatchObject({ source: 'Cost Explorer' });
  expect(sums).toContainEqual({
    account: town.world.managementAccount,
    account_name: 'management',
    currency: 'USD',
    gross: expect.stringMatching(/^\d+\.\d+$/) as string,
    credits: '0',
    refunds: '0',
    net: expect.stringMatching(/^\d+\.\d+$/) as string,
  });
  expect(stderr).not.toContain('{');
});

test('a report with columns of its own is shown row by row', async () => {
  const { stdout } = await pull('--report', 'sp-coverage');

  expect(stdout).toMatch(/^COVERED SPEND +ON DEMAND COST +TOTAL COST +COVERAGE PERCENT$/m);
  expect(stdout).toContain('All: period start');
});

describe('a file', () => {
  test.each(['csv', 'json'])('of %s is that which the run published, byte for byte', async (format) => {
    const { stdout, stderr } = await pull('--report', 'accounts-monthly', '--format', format);

    expect(stdout).toBe(await exported(`accounts-monthly/${month}.${format}`));
    expect(stderr.includes('drop the leading zeros of account ids')).toBe(format === 'csv');
  });

  test('of NDJSON has a row a line', async () => {
    const { stdout } = await pull('--report', 'services-monthly', '--format', 'ndjson', '--out', '-');
    const lines = stdout.trimEnd().split('\n');
    const csv = await exported(`services-monthly/${month}.csv`);

    expect(lines).toHaveLength(csv.trimEnd().split('\r\n').length - 1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ granularity: 'MONTHLY', currency: 'USD' });
  });

  test('for Excel begins with a byte order mark; others never do', async () => {
    const words = ['--report', 'services-monthly', '--format', 'csv'];

    expect((await pull(...words, '--excel')).bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await pull(...words)).stdout).toMatch(/^period_start,/);
  });

  test('with FOCUS names has them, and of a report that FOCUS cannot name it says so', async () => {
    const { stdout } = await pull('--report', 'services-monthly', '--format', 'csv', '--focus');
    const refused = await pull('--report', 'total-monthly', '--format', 'csv', '--focus');

    expect(stdout).toMatch(/^BillingPeriodStart,.*ServiceName,.*BilledCost,EffectiveCost/);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('FOCUS has no names for the columns of total-monthly');
  });

  test.each([
    ['parquet', ['--report', 'services-monthly'], 'PAR1'],
    ['xlsx', ['--report', 'services-monthly'], 'PK'],
    ['xlsx', [], 'PK'],
    ['xlsx', ['--focus'], 'PK'],
    ['html', [], '<!doctype html>'],
  ])('of %s %j is written whole, and its name says the format', async (format, words, start) => {
    const path = town.file(`october.${format}`);
    const { code, stdout } = await pull(...words, '--out', path);
    const bytes = await readFile(path);

    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Wrote ${path}: (?:[\\d,]+ rows, )?[\\d.]+ \\w+\\.\n$`));
    expect(bytes.toString('latin1', 0, start.length)).toBe(start);
  });

  test('that is binary is not poured into a terminal', async () => {
    const words = ['pull', '--from', town.folder, '--report', 'services-monthly', '--format', 'parquet'];

    expect(await town.run(words, { isTTY: true })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'parquet is not for terminals: name a file (--out).\n',
    });
    expect((await town.run(words)).bytes.subarray(0, 4).toString()).toBe('PAR1');
  });

  test('tells programs what it holds', async () => {
    const path = town.file('services.csv');
    const { stdout } = await pull('--report', 'services-monthly', '--out', path, '--json');

    expect(JSON.parse(stdout)).toMatchObject({
      file: path,
      format: 'csv',
      month,
      reports: ['services-monthly'],
    });
  });

  test('counts the rows that are in it, FOCUS has one where there are four', async () => {
    const path = town.file('named.csv');
    const words = ['--report', 'services-monthly', '--focus', '--out', path, '--json'];
    const { rows } = JSON.parse((await pull(...words)).stdout) as { rows: number };
    const [, ...lines] = (await readFile(path, 'utf8')).trimEnd().split('\r\n');

    expect(rows).toBe(lines.length);
  });
});

describe('what is not there', () => {
  test.each([
    [['--report', 'services'], 'There is no report services. Did you mean services-monthly?'],
    [
      ['--report', 'services-monthly', '--month', '2019-01'],
      'There is no services-monthly of 2019-01. There is 20',
    ],
    [['--month', '2019-01'], 'There are no reports of 2019-01. There is 20'],
    [['--month', '2019-01', '--format', 'html'], 'There are no reports of 2019-01.'],
  ])('%j names what is', async (words, message) => {
    const { code, stdout, stderr } = await pull(...words);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a folder that is none, and one without reports', async () => {
    const nowhere = await town.run(['pull', '--from', town.file('nowhere')]);
    const empty = await town.run(['pull', '--from', join(town.folder, 'raw')]);

    expect(nowhere.stderr).toBe(`${town.file('nowhere')}: there is no such folder.\n`);
    expect(empty.stderr).toContain(
      `no run has ended yet.\nA run makes them: npm run reeve -- cost run --out ${join(town.folder, 'raw')}\n`,
    );
  });
});

describe('the bucket of a deployment', () => {
  const fromBucket = (...words: string[]) => town.run(['pull', ...words], { account: town.world.hubAccount });

  test('that no run has written to says so', async () => {
    expect((await fromBucket()).stderr).toBe(
      'There are no reports in s3://town-reports: no run has ended yet.\nA run makes them: npm run reeve -- cost run\n',
    );
  });

  test('is read like the folder', async () => {
    const { reportBucket } = await import('#lambdas/runtime/report-bucket.ts');
    const { folderStore } = await import('#bin/commands/reports/folder-store.ts');
    const [folder, bucket] = [folderStore(town.folder), reportBucket('town-reports')];
    for (const key of await folder.list('')) {
      await bucket.write(key, (await folder.read(key)) ?? [], { contentType: 'application/octet-stream' });
    }

    expect((await fromBucket()).stdout).toBe((await pull()).stdout);
    const words = ['--report', 'services-monthly', '--format', 'json'];
    expect((await fromBucket(...words)).stdout).toBe((await pull(...words)).stdout);
  });

  test('is found by its stack, and the way out is named where there is none', async () => {
    const { code, stderr } = await fromBucket('--stack', 'Elsewhere');

    expect(code).toBe(1);
    expect(stderr).toContain('There is no stack Elsewhere in eu-central-1: is it named otherwise (--stack)');
    expect(stderr).toContain('cost run makes reports on this machine');
  });
});

test('none of it asked Cost Explorer', () => {
  expect(town.billed()).toBe(billed);
});
