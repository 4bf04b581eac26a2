import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSums, sumsData } from '#bin/commands/cost/describe-sums.ts';
import { sumRows } from '#bin/commands/cost/sum-rows.ts';
import type { GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { Cell } from '#lambdas/contracts/report.ts';
import type { Basis } from '#lambdas/cost-reports/cost-line.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { aRow, schemaOf } from '#test/commands/cost/some-rows.ts';

type Given = Record<string, Cell | undefined>;
const sums = (report: GroupedReport, rows: Given[], basis: Basis = 'unblended') =>
  sumRows(schemaOf(report), [rows.map((row) => aRow(report, row))], basis);
const linesOf = async (...given: Parameters<typeof sums>) => describeSums(await sums(...given));

test('usage that a credit offsets shows gross, credit and net (awslabs/mcp#1909)', async () => {
  const lines = await linesOf('services', [
    { service: 'Amazon EC2', amount: '33.86' },
    { service: 'Amazon EC2', record_type: 'Credit', amount: '-33.86' },
    { service: 'AWS Lambda', amount: '1.5' },
  ]);

  expect(lines).toEqual([
    'SERVICE      GROSS  CREDITS  REFUNDS    NET',
    'Amazon EC2  $33.86  -$33.86    $0.00  $0.00',
    'AWS Lambda   $1.50    $0.00    $0.00  $1.50',
    'Sum         $35.36  -$33.86    $0.00  $1.50',
  ]);
});

test('only the asked basis is counted where rows tell their record type', async () => {
  const rows = [
    { service: 'Amazon EC2', amount: '10' },
    { service: 'Amazon EC2', basis: 'net_amortized', amount: '7' },
  ];

  expect((await linesOf('services', rows, 'net_amortized'))[1]).toBe(
    'Amazon EC2  $7.00    $0.00    $0.00  $7.00',
  );
});

test('two accounts of one name are two rows (aws-cost-explorer-report)', async () => {
  const lines = await linesOf('accounts', [
    { account: '000000000001', account_name: 'shop', amount: '1' },
    { account: '000000000002', account_name: 'shop', amount: '2' },
    { account: '000000000002', account_name: '', amount: '3' },
  ]);

  expect(lines.map((line) => line.split(/ +/).slice(0, 3))).toEqual([
    ['ACCOUNT', 'ACCOUNT', 'NAME'],
    ['000000000002', 'shop', '$5.00'],
    ['000000000001', 'shop', '$1.00'],
    ['Sum', '$6.00', '$0.00'],
  ]);
});

test('cents are rounded after the sum, and what is less is not nothing (slack-aws-cost-guardian)', async () => {
  const many = Array.from({ length: 10 }, () => ({ service: 'Small', amount: '0.0049' }));
  const lines = await linesOf('services', [...many, { service: 'Tiny', amount: '0.0001' }]);

  expect(lines[1]).toMatch(/^Small +\$0\.05/);
  expect(lines[2]).toMatch(/^Tiny +<\$0\.01/);
});

test('measures hold each other, so they have no sum', async () => {
  const lines = await linesOf('total', [
    { measure: 'gross', amount: '10' },
    { measure: 'net', amount: '10' },
  ]);

  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe('MEASURE  UNBLENDED  AMORTIZED  NET UNBLENDED  NET AMORTIZED');
});

test('currencies are never added up', async () => {
  const lines = await linesOf('services', [
    { service: 'Amazon EC2', amount: '1' },
    { service: 'Amazon EC2', currency: 'CNY', amount: '2' },
  ]);

  expect(
    lines.filter((line) => line.startsWith('Sum')).map((line) => line.trim().split(/ {2,}/).at(-1)),
  ).toEqual(['CNY 2.00', '$1.00']);
});

test('each tag divides all costs anew, so each has a sum of its own', async () => {
  const lines = await linesOf('tags', [
    { tag_key: 'team', tag_value: 'blue', amount: '3' },
    { tag_key: 'stage', tag_value: 'prod', amount: '2' },
    { tag_key: 'stage', tag_value: '', amount: '1' },
  ]);

  expect(lines.slice(-2).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
    ['Sum of team', '$3.00'],
    ['Sum of stage', '$3.00'],
  ]);
});

test('measures stand in the order in which they make up the net', async () => {
  const rows = ['net', 'credits', 'usage', 'gross'].map((measure) => ({ measure, amount: '1' }));

  expect((await linesOf('total', rows)).slice(1).map((line) => line.split(' ')[0])).toEqual([
    'gross',
    'usage',
    'credits',
    'net',
  ]);
});

test('costs without a tag have a name', async () => {
  const lines = await linesOf('tags', [{ tag_key: 'team', tag_value: '', amount: '1' }]);

  expect(lines[1]).toMatch(/^team +\(none\) +\$1\.00/);
});

describe('of many rows', () => {
  const rows = Array.from({ length: 1500 }, (_, index) => ({ service: `S${index}`, amount: String(index) }));

  test('the largest are shown, and what the others come to', async () => {
    const lines = await linesOf('services', rows);

    expect(lines).toHaveLength(1 + 20 + 1 + 1);
    expect(lines[1]).toMatch(/^S1499 +\$1,499\.00/);
    expect(lines.at(-2)).toMatch(/^1,480 more rows +\$1,094,460\.00/);
    expect(lines.at(-1)).toMatch(/^Sum +\$1,124,250\.00/);
  });

  test('programs get all, exact', async () => {
    const data = sumsData(await sums('services', [...rows, { service: 'S7', amount: '0.0000000001' }]));

    expect(data).toHaveLength(1500);
    expect(data).toContainEqual({
      service: 'S7',
      currency: 'USD',
      gross: '7.0000000001',
      credits: '0',
      refunds: '0',
      net: '7.0000000001',
    });
  });
});

test('however rows are cut into batches, net is the sum of all of them to the tenth decimal', async () => {
  const someRow = fc.record({
    service: fc.constantFrom('a', 'b', 'c'),
    record_type: fc.constantFrom('Usage', 'Tax', 'Credit', 'Refund', 'Something new'),
    amount: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(someRow)), async (batches) => {
      const rows = batches.map((batch) =>
        batch.map(({ amount, ...row }) => aRow('services', { ...row, amount: formatDecimal(amount) })),
      );
      const { groups } = await sumRows(schemaOf('services'), rows, 'unblended');
      const total = (column: number) => groups.reduce((sum, group) => sum + (group.sums[column] ?? 0n), 0n);
      const [gross, credits, refunds, net] = [0, 1, 2, 3].map(total) as [bigint, bigint, bigint, bigint];

      expect(net).toBe(batches.flat().reduce((sum, { amount }) => sum + amount, 0n));
      expect(gross + credits + refunds).toBe(net);
    }),
  );
});
