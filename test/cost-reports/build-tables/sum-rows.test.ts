import { describe, expect, test } from 'vitest';
import { recordTypeRows, totalRows } from '#lambdas/cost-reports/build-tables/sum-rows.ts';
import type { PeriodScan } from '#lambdas/cost-reports/check/scan-lines.ts';
import { formatDecimal, parseDecimal } from '#lambdas/runtime/decimal.ts';

const context = { granularity: 'MONTHLY', fetchedAt: '2026-11-22T09:00:00Z' } as const;
type Given = Record<
  string,
  string | Partial<Record<'unblended' | 'amortized' | 'net_unblended' | 'net_amortized', string>>
>;

function aMonth(sums: Given): PeriodScan {
  const amounts = (given: Given[string]) => {
    const {
      unblended = '0',
      amortized = unblended,
      net_unblended = unblended,
      net_amortized = amortized,
    } = typeof given === 'string' ? { unblended: given } : given;
    return {
      unblended: parseDecimal(unblended),
      amortized: parseDecimal(amortized),
      net_unblended: parseDecimal(net_unblended),
      net_amortized: parseDecimal(net_amortized),
    };
  };
  return {
    start: '2026-10-01',
    end: '2026-11-01',
    currency: 'USD',
    estimated: false,
    sums: new Map(Object.entries(sums).map(([type, given]) => [type, amounts(given)])),
  };
}

/** The table `total` of a month as measures. */
function measures(sums: Given, basis = 'unblended'): Record<string, string> {
  const rows = totalRows([aMonth(sums)], context).filter((row) => row[4] === basis);
  return Object.fromEntries(rows.map((row) => [String(row[3]), formatDecimal(row[6] as bigint)]));
}

test('upfront fees, private rates, discounts and negations each have a column (aws-cost-explorer-report)', () => {
  const found = measures({
    Usage: '100',
    SavingsPlanCoveredUsage: '40',
    SavingsPlanNegation: '-40',
    SavingsPlanUpfrontFee: '1000',
    SavingsPlanRecurringFee: '25',
    EdpDiscount: '-7',
    PrivateRateDiscount: '-3',
  });
  expect(found).toMatchObject({
    usage: '140',
    negation: '-40',
    upfront_fees: '1000',
    commitment_fees: '25',
    discounts: '-10',
    gross: '1115',
    net: '1115',
  });
});

describe('net, credits and gross hold in months (femiwiki#520)', () => {
  test.each([
    ['without credit', { Usage: '31.5', Tax: '3.15' }, { gross: '34.65', credits: '0', net: '34.65' }],
    [
      'of partial credit',
      { Usage: '31.5', Credit: '-10.25' },
      { gross: '31.5', credits: '-10.25', net: '21.25' },
    ],
    ['of full credit', { Usage: '31.5', Credit: '-31.5' }, { gross: '31.5', credits: '-31.5', net: '0' }],
    [
      'with a refund',
      { Usage: '31.5', Refund: '-1', Credit: '-40' },
      { gross: '31.5', refunds: '-1', credits: '-40', net: '-9.5' },
    ],
  ])('%s', (_, sums, expected) => {
    expect(measures(sums)).toMatchObject(expected);
  });
});

test('bases differ where an upfront fee is spread over its term (electrolux-oss/aws-cost-exporter#30)', () => {
  const sums = {
    Usage: '1958',
    'RI upfront': { unblended: '906', amortized: '0' },
    RIFee: { unblended: '0', amortized: '75.5' },
  };
  expect(measures(sums, 'unblended')['net']).toBe('2864');
  expect(measures(sums, 'amortized')['net']).toBe('2033.5');
});

test('a kind of charge keeps the name that AWS gives it, beside the measure that it counts for', () => {
  const rows = recordTypeRows([aMonth({ 'Savings Plan Negation': '-1', 'Moon fee': '2' })], context);
  expect(new Set(rows.map((row) => `${row[3]}: ${row[4]}`))).toEqual(
    new Set(['Savings Plan Negation: negation', 'Moon fee: other']),
  );
});

test('small amounts survive', () => {
  expect(measures({ Usage: '0.0004', Credit: '-0.0000000289' })['net']).toBe('0.0003999711');
});
