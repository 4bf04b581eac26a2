import { describe, expect, test } from 'vitest';
import { assumptionLines } from '#bin/commands/estimate/assumptions.ts';
import { estimateInput } from '#bin/commands/estimate/estimate-input.ts';
import { evaluationsOf } from '#bin/commands/estimate/evaluations.ts';
import { estimateMonth } from '#bin/commands/estimate/model.ts';
import { costOf, exactDollars } from '#bin/commands/estimate/money.ts';
import { PRICES } from '#bin/commands/estimate/prices.ts';
import { townSettings } from '#test/commands/doctor/town-settings.ts';

const NOTHING = { alarms: 0, customMetrics: 0, polledQueues: 0, polledFifoQueues: 0, functions: [] };
const tags = { required: [{ key: 'Owner', purpose: 'who is called when it breaks' }] };

function evaluationLines(
  over: Parameters<typeof townSettings>[0],
  size: { accounts: number; rulesIn?: number },
) {
  const input = estimateInput(townSettings(over), NOTHING, { regions: 4, ...size });
  return estimateMonth(input)
    .filter(({ what }) => what.startsWith('Config'))
    .map(({ what, payer, quantity, cost }) => [what, payer, quantity, exactDollars(cost)]);
}

test('two hundred accounts in three Regions with two thousand changes cost their owners $1,200', () => {
  expect(evaluationLines({ tags }, { accounts: 200, rulesIn: 3 })).toEqual([
    ['Config: evaluations', 'members', 1_200_000, '1200.00'],
  ]);
});

test('the Regions are those of the settings, unless others are asked for', () => {
  const regions = ['eu-central-1', 'eu-west-1', 'eu-west-3'];
  const [[, , quantity] = []] = evaluationLines({ tags, regions }, { accounts: 1 });

  expect(quantity).toBe(3 * 2000);
});

test.each([[{ tags: undefined }], [{ tags: { ...tags, rules: 'none' as const } }]])(
  'without rules nothing is evaluated (%j)',
  (over) => {
    expect(evaluationLines(over, { accounts: 200, rulesIn: 3 })).toEqual([]);
  },
);

describe('the tiers are those of each account and Region', () => {
  test.each([
    [100_000, [1_000_000]],
    [100_001, [1_000_000, 10]],
    [500_000, [1_000_000, 4_000_000]],
    [700_000, [1_000_000, 4_000_000, 2_000_000]],
  ])('%d changes', (changes, quantities) => {
    const tiers = evaluationsOf({ accounts: 5, regions: 4, channels: 1, ruleRegions: 2 }, changes);

    expect(tiers.map(({ quantity }) => quantity)).toEqual(quantities);
  });

  test('cost less the more there are', () => {
    const [first, second, third] = evaluationsOf(
      { accounts: 1, regions: 1, channels: 1, ruleRegions: 1 },
      600_000,
    );

    expect([first?.price, second?.price, third?.price]).toEqual([
      'evaluations',
      'evaluationsAbove100000',
      'evaluationsAbove500000',
    ]);
    expect(third?.what).toBe('Config: evaluations above 500,000');
    // 100 + 320 + 50 dollars.
    const cents = [first, second, third].map((tier) => tier && costOf(PRICES[tier.price], tier.quantity));
    expect(cents.map((cost) => exactDollars(cost ?? 0n))).toEqual(['100.00', '320.00', '50.00']);
  });
});

test('what is assumed of them is said where there are rules, and nowhere else', () => {
  const linesWith = (ruleRegions: number) =>
    assumptionLines({ regions: 4, logRetentionDays: 30, ruleRegions }).join('\n');

  expect(linesWith(3)).toContain('Config rules check tags in 3 Regions of each account');
  expect(linesWith(3)).toContain(
    'In members only heartbeats, evaluations and forwarded events cost something',
  );
  expect(linesWith(0)).not.toMatch(/evaluation|Config rule/);
});
