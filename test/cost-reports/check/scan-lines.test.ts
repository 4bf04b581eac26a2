import { expect, test } from 'vitest';
import { scanLines, sumsOf } from '#lambdas/cost-reports/check/scan-lines.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';

function aLine(line: Partial<CostLine> & { cost?: bigint } = {}): CostLine {
  const { cost = 1n, ...rest } = line;
  return {
    start: '2026-10-01',
    end: '2026-11-01',
    estimated: false,
    keys: ['blue', 'Usage'],
    keyNames: [undefined, undefined],
    amounts: { unblended: cost, amortized: 2n * cost, net_unblended: cost, net_amortized: cost },
    currency: 'USD',
    ...rest,
  };
}
const scan = (lines: CostLine[], recordTypeIndex = 1) =>
  scanLines(
    (async function* () {
      for (const line of lines) yield [line];
    })(),
    recordTypeIndex,
  );

test('a month is the sum of its days by kind of charge, on every basis', async () => {
  const { months } = await scan([
    aLine({ start: '2026-10-31', cost: 3n }),
    aLine({ start: '2026-10-01', cost: 4n }),
    aLine({ start: '2026-10-01', keys: ['blue', 'Tax'], cost: 5n }),
    aLine({ start: '2026-11-01' }),
  ]);
  expect(months.get('2026-10')?.map(({ start }) => start)).toEqual(['2026-10-01', '2026-10-31']);
  const sums = sumsOf(months.get('2026-10'));
  expect([sums.get('Usage')?.unblended, sums.get('Usage')?.amortized, sums.get('Tax')?.unblended]).toEqual([
    7n,
    14n,
    5n,
  ]);
});

test('one estimated line makes its period estimated', async () => {
  const { months } = await scan([
    aLine(),
    aLine({ estimated: true }),
    aLine(),
    aLine({ start: '2026-11-01' }),
  ]);
  expect([...months.values()].flat().map(({ estimated }) => estimated)).toEqual([true, false]);
});

test('currencies are never added up', async () => {
  const { months } = await scan([aLine(), aLine({ currency: 'CNY' })]);
  expect(months.get('2026-10')?.map(({ currency }) => currency)).toEqual(['USD', 'CNY']);
});

test('a value is any that is not missing', async () => {
  expect((await scan([aLine({ keys: ['', 'Usage'] })])).hasValues).toBe(false);
  expect((await scan([aLine({ keys: ['', 'Usage'] }), aLine()])).hasValues).toBe(true);
});

test('without record types all is one sum', async () => {
  const { months } = await scan([aLine(), aLine({ keys: ['red', 'EC2'] })], -1);
  expect([...sumsOf(months.get('2026-10')).keys()]).toEqual(['']);
});
