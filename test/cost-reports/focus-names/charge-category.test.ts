import { expect, it } from 'vitest';
import { chargeCategoryOf } from '#lambdas/cost-reports/focus-names/charge-category.ts';

it.each([
  ['Usage', 'Usage'],
  ['DiscountedUsage', 'Usage'],
  ['Savings Plan Covered Usage', 'Usage'],
  ['SavingsPlanCoveredUsage', 'Usage'],
  ['Tax', 'Tax'],
  ['Credit', 'Credit'],
  ['Refund', 'Adjustment'],
  ['SavingsPlanNegation', 'Adjustment'],
  ['Savings Plan Negation', 'Adjustment'],
  ['Enterprise Discount Program Discount', 'Adjustment'],
  ['EdpDiscount', 'Adjustment'],
  ['SavingsPlanRecurringFee', 'Purchase'],
  ['Savings Plan Upfront Fee', 'Purchase'],
  ['Recurring reservation fee', 'Purchase'],
  ['Upfront', 'Purchase'],
  ['Support', 'Purchase'],
  ['Support fee', 'Purchase'],
])('the record type %s is of the charge category %s', (recordType, category) => {
  expect(chargeCategoryOf(recordType)).toBe(category);
});

it.each(['', 'Something AWS adds next year', 'Other out-of-cycle charges'])(
  'the record type %j is of no category: a guess would be believed',
  (recordType) => {
    expect(chargeCategoryOf(recordType)).toBeNull();
  },
);
