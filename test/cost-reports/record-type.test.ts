import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryOf, isKnownRecordType, measuresOf } from '#lambdas/cost-reports/record-type.ts';

describe('a kind of charge has a measure, however AWS spells it (aws-cost-explorer-report)', () => {
  test.each([
    ['Usage', 'usage'],
    ['DiscountedUsage', 'usage'],
    ['SavingsPlanCoveredUsage', 'usage'],
    ['Savings Plan Covered Usage', 'usage'],
    ['Tax', 'tax'],
    ['Support', 'support'],
    ['Support fee', 'support'],
    ['Upfront', 'upfront_fees'],
    ['RI upfront', 'upfront_fees'],
    ['SavingsPlanUpfrontFee', 'upfront_fees'],
    ['RIFee', 'commitment_fees'],
    ['Recurring', 'commitment_fees'],
    ['Recurring reservation fee', 'commitment_fees'],
    ['SavingsPlanRecurringFee', 'commitment_fees'],
    ['SavingsPlanNegation', 'negation'],
    ['Savings Plan Negation', 'negation'],
    ['SAVINGS_PLAN_NEGATION', 'negation'],
    ['BundledDiscount', 'discounts'],
    ['EdpDiscount', 'discounts'],
    ['PrivateRateDiscount', 'discounts'],
    ['Enterprise Discount Program Discount', 'discounts'],
    ['Credit', 'credits'],
    ['Refund', 'refunds'],
  ])('%s counts as %s', (recordType, category) => {
    expect(categoryOf(recordType)).toBe(category);
    expect(isKnownRecordType(recordType)).toBe(true);
  });

  test.each(['Moon fee', '', 'constructor', '__proto__'])('%j is unknown, and so in other', (recordType) => {
    expect(categoryOf(recordType)).toBe('other');
    expect(isKnownRecordType(recordType)).toBe(false);
  });
});

test('gross is without credits and refunds, net is with them', () => {
  const measures = measuresOf([
    ['Usage', 33n],
    ['Tax', 4n],
    ['Savings Plan Negation', -3n],
    ['Credit', -33n],
    ['Refund', -1n],
  ]);
  expect(measures).toMatchObject({
    gross: 34n,
    usage: 33n,
    tax: 4n,
    negation: -3n,
    credits: -33n,
    refunds: -1n,
    net: 0n,
  });
});

test('the parts add up to gross, and all lines to net, whatever they are called', () => {
  const recordType = fc.oneof(
    fc.string(),
    fc.constantFrom('Usage', 'Credit', 'Refund', 'Tax', 'EdpDiscount'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(recordType, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }))),
      (amounts) => {
        const { gross, net, credits, refunds, ...parts } = measuresOf(amounts);
        const sum = (values: bigint[]) => values.reduce((total, value) => total + value, 0n);
        expect(sum(Object.values(parts))).toBe(gross);
        expect(gross + credits + refunds).toBe(net);
        expect(net).toBe(sum(amounts.map(([, amount]) => amount)));
      },
    ),
  );
});
