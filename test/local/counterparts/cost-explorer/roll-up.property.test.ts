import type { Expression, GroupDefinition } from '@aws-sdk/client-cost-explorer';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Charge } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { amountsOf, aQuestion, by, byCategory, byTag, period } from './a-question.ts';
import { sumsOf } from './oracle.ts';
import { type ServedCosts, serveCostExplorer } from './serve-cost-explorer.ts';

const MONTHS = ['2026-08', '2026-09', '2026-10'];
const WHOLE = period('2026-08-01', '2026-11-01');

let served: ServedCosts;
beforeAll(async () => {
  served = await serveCostExplorer({ ledger: seededLedger({ seed: 'roll-up', accounts: manyAccounts(12) }) });
});
afterAll(() => served.close());

type Key = [definition: GroupDefinition, of: (charge: Charge) => string];

const KEYS: Key[] = [
  [by('SERVICE'), ({ purpose }: Charge) => purpose.service],
  [by('LINKED_ACCOUNT'), ({ purpose }: Charge) => purpose.account],
  [by('RECORD_TYPE'), ({ purpose }: Charge) => purpose.recordType],
  [by('REGION'), ({ purpose }: Charge) => purpose.region ?? 'NoRegion'],
  [by('USAGE_TYPE'), ({ purpose }: Charge) => purpose.usageType ?? 'NoUsageType'],
  [by('INSTANCE_TYPE'), ({ purpose }: Charge) => purpose.instanceType ?? 'NoInstanceType'],
  [byTag('team'), ({ purpose }: Charge) => `team$${purpose.tags['team'] ?? ''}`],
  [byTag('cost$center'), ({ purpose }: Charge) => `cost$center$${purpose.tags['cost$center'] ?? ''}`],
  [byCategory('Division'), ({ purpose }: Charge) => `Division$${purpose.costCategories['Division'] ?? ''}`],
].map(([definition, of]) => [[definition].flat()[0], of] as Key);

const keys = fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 2 });
const metrics = fc.constantFrom(
  'UnblendedCost' as const,
  'AmortizedCost' as const,
  'NetUnblendedCost' as const,
  'NetAmortizedCost' as const,
  'UsageQuantity' as const,
);

test('Whatever it is grouped and paged by, an answer is the ledger, to the tenth decimal', async () => {
  const cases = fc.record({
    keys,
    metric: metrics,
    byDay: fc.boolean(),
    pageSize: fc.integer({ min: 40, max: 5000 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ keys: chosen, metric, byDay, pageSize }) => {
      served.switches.pageSize = pageSize;
      const question = aQuestion({
        TimePeriod: WHOLE,
        Granularity: byDay ? 'DAILY' : 'MONTHLY',
        Metrics: [metric],
        GroupBy: chosen.map(([definition]) => definition),
      });
      const told = await amountsOf(served.client(), question);
      const expected = sumsOf(served.ledger, MONTHS, {
        metric,
        wanted: ({ seenFrom = '' }) => seenFrom <= '2026-11-22',
        nameOf: (charge) => {
          const slice = byDay ? charge.day : `${charge.day.slice(0, 7)}-01`;
          return [slice, ...chosen.map(([, of]) => of(charge)), metric].join(' | ');
        },
      });
      expect(told).toEqual(expected);
    }),
    { numRuns: 25 },
  );
}, 60_000);

test('A filter and its opposite share the whole between them, and so do its values', async () => {
  const services = [...new Set(served.ledger.charges('2026-10').map(({ purpose }) => purpose.service))];
  const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'global', 'NoRegion'];
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    dimension('SERVICE', services),
    dimension('REGION', regions),
    dimension('RECORD_TYPE', ['Usage', 'Credit', 'SavingsPlanNegation', 'nothing like it']),
    fc.constant<Expression>({ Tags: { Key: 'team', MatchOptions: ['ABSENT'] } }),
    fc.constant<Expression>({ CostCategories: { Key: 'Division', Values: ['Retail', ''] } }),
  );
  const { filter } = fc.letrec<{ filter: Expression }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map((And) => ({ And })),
      fc.array(tie('filter'), { minLength: 2, maxLength: 3 }).map((Or) => ({ Or })),
      tie('filter').map((Not) => ({ Not })),
    ),
  }));
  served.switches.pageSize = 5000;
  const total = async (Filter?: Expression) => {
    const question = aQuestion({ TimePeriod: WHOLE, Granularity: 'MONTHLY', ...(Filter ? { Filter } : {}) });
    const amounts = Object.values(await amountsOf(served.client(), question));
    return amounts.reduce((sum, amount) => sum + exact(amount), 0n);
  };
  const whole = await total();
  await fc.assert(
    fc.asyncProperty(filter, async (chosen) => {
      expect((await total(chosen)) + (await total({ Not: chosen }))).toBe(whole);
    }),
    { numRuns: 25 },
  );
  const shares = await Promise.all(regions.map((region) => total(ofRegion(region))));
  expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(whole);
}, 60_000);

const ofRegion = (region: string): Expression => ({ Dimensions: { Key: 'REGION', Values: [region] } });

function dimension(Key: 'SERVICE' | 'REGION' | 'RECORD_TYPE', values: string[]): fc.Arbitrary<Expression> {
  return fc.subarray(values, { minLength: 1 }).map((Values) => ({ Dimensions: { Key, Values } }));
}

/** Digits alone, in units of 10⁻¹⁰. */
function exact(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(`${whole}${fraction.padEnd(10, '0')}`);
}
