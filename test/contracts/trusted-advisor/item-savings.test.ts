import { expect, test } from 'vitest';
import { savingsOf } from '#lambdas/contracts/trusted-advisor/item-savings.ts';

test.each([
  [{ 'Estimated Monthly Savings (On Demand)': '$230' }, '230'],
  [{ 'Estimated Monthly Savings': '208.79999999999998' }, '208.79999999999998'],
  [{ 'Estimated Monthly Savings': '$1,234,567.89' }, '1234567.89'],
  [{ 'Estimated Savings with Recommendation (monthly)': '12.5 USD' }, '12.5'],
  [{ 'Estimated Monthly Savings': '12', 'Estimated Monthly Savings Currency': 'USD' }, '12'],
  [{ 'Estimated Monthly Savings': '12', 'Estimated Monthly Savings Currency': 'CNY' }, undefined],
  [{ 'Estimated Monthly Savings': 'n/a' }, undefined],
  [{ 'Estimated Monthly Savings': '14+' }, undefined],
  [{ 'Current Monthly Cost': '$5' }, undefined],
  [{}, undefined],
])('%j would save %s', (fields: Record<string, string>, amount) => {
  expect(savingsOf(fields)).toBe(amount);
});
