import { expect, test } from 'vitest';
import { commitmentUseOf } from '#lambdas/cost-reports/build-tables/commitment-use.ts';
import { type ChargeNature, recordTypeOfCharge } from '#lambdas/cost-reports/focus/record-type-of-charge.ts';
import { categoryOf, isKnownRecordType } from '#lambdas/cost-reports/record-type.ts';

const nature = (given: Partial<ChargeNature>): ChargeNature => ({
  category: 'Usage',
  chargeClass: '',
  frequency: 'Usage-Based',
  service: 'Amazon S3',
  commitment: '',
  status: '',
  ...given,
});

test.each([
  [{}, 'Usage', 'usage'],
  [{ category: 'Tax' }, 'Tax', 'tax'],
  [{ category: 'Tax', chargeClass: 'Correction' }, 'Tax', 'tax'],
  [{ category: 'Credit' }, 'Credit', 'credits'],
  [{ category: 'Credit', chargeClass: 'Correction' }, 'Credit', 'credits'],
  [{ category: 'Adjustment' }, 'Refund', 'refunds'],
  [{ chargeClass: 'Correction' }, 'Refund', 'refunds'],
  [{ category: 'Purchase', commitment: 'Spend', chargeClass: 'Correction' }, 'Refund', 'refunds'],
  [{ commitment: 'Spend', status: 'Used' }, 'SavingsPlanCoveredUsage', 'usage'],
  [{ commitment: 'Usage', status: 'Used' }, 'DiscountedUsage', 'usage'],
  [{ commitment: 'Spend', status: 'Unused' }, 'SavingsPlanRecurringFee', 'commitment_fees'],
  [{ commitment: 'Usage', status: 'Unused' }, 'RIFee', 'commitment_fees'],
  [
    { category: 'Purchase', commitment: 'Spend', frequency: 'Recurring' },
    'SavingsPlanRecurringFee',
    'commitment_fees',
  ],
  [
    { category: 'Purchase', commitment: 'Spend', frequency: 'One-Time' },
    'SavingsPlanUpfrontFee',
    'upfront_fees',
  ],
  [{ category: 'Purchase', commitment: 'Usage', frequency: 'Recurring' }, 'RIFee', 'commitment_fees'],
  [{ category: 'Purchase', commitment: 'Usage', frequency: 'One-Time' }, 'Upfront', 'upfront_fees'],
  [{ category: 'Purchase', frequency: 'One-Time' }, 'Fee', 'upfront_fees'],
  [{ category: 'Purchase', service: 'AWS Support (Business)' }, 'Support', 'support'],
  [{ service: 'AWS Developer Support' }, 'Support', 'support'],
  [{ service: 'AWS Supply Chain' }, 'Usage', 'usage'],
] as const)('%j counts as %s', (given, recordType, category) => {
  expect(recordTypeOfCharge(nature(given))).toBe(recordType);
  expect(categoryOf(recordType)).toBe(category);
  expect(isKnownRecordType(recordType)).toBe(true);
});

test('a category that FOCUS 1.2 does not have keeps its name and is called unknown', () => {
  const recordType = recordTypeOfCharge(nature({ category: 'Rebate' }));

  expect(recordType).toBe('Rebate');
  expect(isKnownRecordType(recordType)).toBe(false);
});

test.each([
  [
    { commitment: 'Spend', status: 'Used' },
    { commitment: 'savings_plan', measure: 'covered_usage' },
  ],
  [
    { commitment: 'Usage', status: 'Unused' },
    { commitment: 'reservation', measure: 'recurring_fee' },
  ],
  [
    { category: 'Purchase', commitment: 'Usage', frequency: 'One-Time' },
    { commitment: 'reservation', measure: 'upfront_fee' },
  ],
])('%j shows whose commitment serves whom', (given, use) => {
  expect(commitmentUseOf(recordTypeOfCharge(nature(given)))).toEqual(use);
});
