import { expect, test } from 'vitest';
import { measuresOf } from '#lambdas/cost-reports/record-type.ts';
import { reasonOf } from '#lambdas/cost-reports/summary/reason-of.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

type Parts = Record<string, string>;
const measures = (parts: Parts) =>
  measuresOf(Object.entries(parts).map(([type, amount]) => [type, parseDecimal(amount)] as const));
const reason = (previous: Parts, current: Parts, key = 'Amazon EC2') =>
  reasonOf(key, { previous: measures(previous), current: measures(current) });

test.each<[string, Parts, Parts, string?]>([
  ['new', {}, { Usage: '5' }],
  ['new', { Usage: '0' }, { Usage: '5' }],
  ['gone', { Usage: '5' }, {}],
  ['usage +40.0%', { Usage: '10' }, { Usage: '14' }],
  ['usage -50.0%', { Usage: '10' }, { Usage: '5' }],
  ['usage', { Usage: '-1' }, { Usage: '5' }],
  ['usage', { Tax: '1' }, { Usage: '5', Tax: '1' }],
  ['credits ended', { Usage: '10', Credit: '-10' }, { Usage: '10' }],
  ['fewer credits', { Usage: '10', Credit: '-10' }, { Usage: '10', Credit: '-4' }],
  ['credits began', { Usage: '10' }, { Usage: '10', Credit: '-10' }],
  ['more credits', { Usage: '10', Credit: '-2' }, { Usage: '10', Credit: '-10' }],
  ['a refund', { Usage: '10' }, { Usage: '10', Refund: '-30' }],
  ['a refund the week before', { Usage: '10', Refund: '-30' }, { Usage: '10' }],
  ['upfront fee', { Usage: '1' }, { Usage: '1', 'RI Upfront': '900' }],
  ['upfront fee the week before', { Upfront: '900' }, {}],
  [
    'upfront fee of Savings Plans',
    {},
    { SavingsPlanUpfrontFee: '900' },
    'Savings Plans for AWS Compute usage',
  ],
  [
    'more recurring fees of Savings Plans',
    {},
    { SavingsPlanRecurringFee: '9' },
    'Savings Plans for AWS Compute usage',
  ],
  ['fewer recurring fees', { RIFee: '9' }, {}],
  ['less discount', { 'EDP Discount': '-9' }, {}],
  ['tax', {}, { Tax: '9' }, 'Tax'],
  ['support fee', {}, { Support: '9' }],
  ['support fee the week before', { Support: '9' }, {}],
  ['other charges', {}, { 'A type of tomorrow': '9' }],
])('%s: %j, then %j', (expected, previous, current, key) => {
  expect(reason(previous, current, key)).toBe(expected);
});

test('use that a Savings Plan covers is no use that grew', () => {
  const covered = { SavingsPlanCoveredUsage: '50', SavingsPlanNegation: '-50' };

  expect(reason({ Usage: '10' }, { Usage: '12', ...covered })).toBe('usage +20.0%');
});
