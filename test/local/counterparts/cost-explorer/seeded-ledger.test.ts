import { expect, test } from 'vitest';
import { toText } from '#local/counterparts/cost-explorer/amount.ts';
import { amountOf, type Metric } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import type { CostLedger } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';

const aLedger = (seed = 'a', accounts = 60) => seededLedger({ seed, accounts: manyAccounts(accounts) });
const sum = (ledger: CostLedger, month: string, metric: Metric, ...recordTypes: string[]) =>
  ledger
    .charges(month)
    .filter(({ purpose }) => recordTypes.length === 0 || recordTypes.includes(purpose.recordType))
    .reduce((total, charge) => total + amountOf(charge, metric), 0n);

test('A seed gives the same ledger in whatever order its months are asked for', () => {
  const [one, other] = [aLedger(), aLedger()];
  one.charges('2026-02');
  expect(one.charges('2026-10')).toEqual(other.charges('2026-10'));
  expect(aLedger('b').charges('2026-10')).not.toEqual(one.charges('2026-10'));
});

test('A year of it has every kind of charge that bills have', () => {
  const ledger = aLedger();
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  const charges = months.flatMap((month) => ledger.charges(month));
  expect(new Set(charges.map(({ purpose }) => purpose.recordType))).toEqual(
    new Set([
      'Usage',
      'Tax',
      'Support',
      'Credit',
      'Refund',
      'DiscountedUsage',
      'RIFee',
      'Upfront',
      'SavingsPlanCoveredUsage',
      'SavingsPlanNegation',
      'SavingsPlanRecurringFee',
      'SavingsPlanUpfrontFee',
      'EdpDiscount',
      'PrivateRateDiscount',
    ]),
  );
  expect(charges.map((charge) => toText(amountOf(charge, 'UnblendedCost')))).toContain('-0.0000000289');
});

test('Negation takes back what plans cover, unblended; amortized it is nothing', () => {
  const ledger = aLedger();
  expect(sum(ledger, '2026-10', 'UnblendedCost', 'SavingsPlanCoveredUsage', 'SavingsPlanNegation')).toBe(0n);
  expect(sum(ledger, '2026-10', 'AmortizedCost', 'SavingsPlanNegation')).toBe(0n);
  expect(sum(ledger, '2026-10', 'AmortizedCost', 'SavingsPlanRecurringFee')).toBeGreaterThan(0n);
});

test('With the discounts that are agreed on, every basis comes to what is net of it', () => {
  const ledger = aLedger();
  expect(sum(ledger, '2026-10', 'UnblendedCost')).toBe(sum(ledger, '2026-10', 'NetUnblendedCost'));
  expect(sum(ledger, '2026-10', 'AmortizedCost')).toBe(sum(ledger, '2026-10', 'NetAmortizedCost'));
  expect(sum(ledger, '2026-10', 'UnblendedCost', 'Usage')).toBeGreaterThan(
    sum(ledger, '2026-10', 'NetUnblendedCost', 'Usage'),
  );
});

test('Services come and go, and some are not there every day', () => {
  const ledger = aLedger();
  const bought = (month: string) =>
    new Set(ledger.charges(month).map(({ purpose }) => `${purpose.account} ${purpose.usageType}`));
  const [before, after] = [bought('2025-02'), bought('2026-10')];
  expect(after.difference(before).size).toBeGreaterThan(0);
  expect(before.difference(after).size).toBeGreaterThan(0);
  const glue = ledger.charges('2026-10').filter(({ purpose }) => purpose.service === 'AWS Glue');
  const days = Map.groupBy(glue, ({ purpose, day }) => `${purpose.account} ${day}`);
  const accounts = new Set(glue.map(({ purpose }) => purpose.account));
  expect(days.size).toBeLessThan(accounts.size * 20);
});

test('Support and refunds come in the month after theirs', () => {
  const late = aLedger()
    .charges('2026-09')
    .filter(({ seenFrom }) => seenFrom);
  expect(late.map(({ purpose, seenFrom }) => [purpose.recordType, seenFrom])).toEqual([
    ['Support', '2026-10-06'],
    ['Refund', '2026-10-07'],
  ]);
});

test('An account has no costs before its first day', () => {
  const ledger = seededLedger({ seed: 'a', accounts: [{ id: '1', name: 'new', since: '2026-10-20' }] });
  expect(ledger.charges('2026-09')).toEqual([]);
  const days = ledger
    .charges('2026-10')
    .filter(({ purpose }) => purpose.recordType === 'Usage' && purpose.usageType)
    .map(({ day }) => day);
  expect(days.sort()[0]).toBe('2026-10-20');
});

test('10,000 accounts have a month that can be summed in a test', () => {
  const charges = aLedger('large', 10_000).charges('2026-10');
  expect(charges.length).toBeLessThan(150_000);
  expect(new Set(charges.map(({ purpose }) => purpose.account)).size).toBeGreaterThan(9000);
});
