import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmounts } from '#lambdas/cost-reports/cost-explorer/read-amounts.ts';
import { readLines } from '#lambdas/cost-reports/cost-explorer/read-lines.ts';
import type { Metrics } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { metrics } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';

const usd = (Amount: string, Unit = 'USD') => ({ Amount, Unit });
const texts = (given: Metrics) => {
  const { unblended, amortized, net_unblended, net_amortized } = readAmounts(given).amounts;
  return [unblended, amortized, net_unblended, net_amortized].map(formatDecimal);
};

test('any amount of ten places comes through exactly (slack-aws-cost-guardian)', () => {
  const amount = fc.bigInt({ min: -(10n ** 26n), max: 10n ** 26n }).map(formatDecimal);

  fc.assert(
    fc.property(amount, amount, (unblended, net) => {
      const read = readAmounts(metrics({ UnblendedCost: unblended, NetUnblendedCost: net })).amounts;
      expect([read.unblended, read.net_unblended].map(formatDecimal)).toEqual([unblended, net]);
    }),
  );
});

test.each(['-0.0000000289', '0.0004', '-33.86', '1E-7'])(
  '%s survives (innovation-sandbox-on-aws#36)',
  (amount) => {
    expect(Number(texts(metrics({}, amount))[0])).toBe(Number(amount));
  },
);

test('a net of 0 beside a usage of 33.86 keeps both (awslabs/mcp#1909)', () => {
  const given = metrics({ UnblendedCost: '33.86', AmortizedCost: '33.86' }, '0');

  expect(texts(given)).toEqual(['33.86', '33.86', '0', '0']);
});

describe('a metric that AWS did not give', () => {
  test.each<{ what: string; given: Metrics; read: string[] }>([
    {
      what: 'net ones',
      given: { UnblendedCost: usd('5'), AmortizedCost: usd('4') },
      read: ['5', '4', '5', '4'],
    },
    { what: 'all but one', given: { UnblendedCost: usd('5') }, read: ['5', '5', '5', '5'] },
    { what: 'all but blended', given: { BlendedCost: usd('3') }, read: ['3', '3', '3', '3'] },
  ])('is read from its neighbour: $what', ({ given, read }) => {
    expect(texts(given)).toEqual(read);
  });

  test.each<Metrics>([{}, { UsageQuantity: usd('9', 'N/A') }, { UnblendedCost: { Unit: 'USD' } }])(
    'is an error and never 0 where there is none at all: %o',
    (given) => {
      expect(() => readAmounts(given)).toThrow('no amount');
    },
  );

  test('is an error where it is no number', () => {
    expect(() => readAmounts({ UnblendedCost: usd('n/a') })).toThrow('Not a decimal number');
  });
});

describe('currencies', () => {
  test('are kept apart, line by line', () => {
    const answer = {
      ResultsByTime: [
        {
          TimePeriod: { Start: '2026-10-01', End: '2026-11-01' },
          Groups: [
            { Keys: ['a'], Metrics: metrics({}, '1', 'USD') },
            { Keys: ['b'], Metrics: metrics({}, '1', 'CNY') },
          ],
        },
      ],
    };
    const lines = readLines(
      answer,
      { groupBy: [{ type: 'DIMENSION', key: 'SERVICE' }] },
      { names: new Map() },
    );

    expect(lines.map(({ currency }) => currency)).toEqual(['USD', 'CNY']);
  });

  test('in one group are an error', () => {
    const given = { ...metrics({}, '1'), NetUnblendedCost: usd('1', 'CNY') };

    expect(() => readAmounts(given)).toThrow('two currencies');
  });

  test('are not asked of a 0', () => {
    const given = { ...metrics({}, '1'), UnblendedCost: usd('0', 'N/A') };

    expect(readAmounts(given).currency).toBe('USD');
  });
});

test.each([undefined, null, {}, { ResultsByTime: null }, { 'user-1': { ResultsByTime: [] } }])(
  'an answer that is none is an error, not an answer without costs: %o',
  (answer) => {
    expect(() => readLines(answer, { groupBy: [] }, { names: new Map() })).toThrow('has no ResultsByTime');
  },
);
