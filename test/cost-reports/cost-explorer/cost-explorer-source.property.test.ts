import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { costExplorerClient } from '#lambdas/cost-reports/cost-explorer/cost-explorer-client.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { GroupKey } from '#lambdas/cost-reports/cost-query.ts';
import { formatDecimal, parseDecimal } from '#lambdas/runtime/decimal.ts';
import { ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import type { LineItem } from '#local/counterparts/cost-explorer/ledger/line-item.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { COSTLY, DEATHS, type Death, mortal } from '#test/cost-reports/cost-explorer/mortal.ts';
import { serveCostExplorer } from '#test/local/counterparts/cost-explorer/serve-cost-explorer.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const DAYS = ['2026-09-01', '2026-09-30', '2026-10-01', '2026-10-15', '2026-10-31'];
const cost = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map(formatDecimal);
type Item = LineItem & { recordType: string; tags: Record<string, string> };

const item: fc.Arbitrary<Item> = fc.record({
  day: fc.constantFrom(...DAYS),
  account: fc.constantFrom('000000000001', '012345678901'),
  service: fc.constantFrom('Amazon EC2', 'AWS Support', 'Tax$'),
  recordType: fc.constantFrom('Usage', 'Credit', 'SavingsPlanNegation'),
  tags: fc.constantFrom<Record<string, string>>({}, { team: 'blue' }, { team: 'team$' }),
  unblended: cost,
  amortized: cost,
  netUnblended: cost,
  netAmortized: cost,
});
/** Ways to group, and what the ledger says each line's key is. */
const GROUPINGS: { groupBy: GroupKey[]; keysOf: (item: Item) => string[] }[] = [
  { groupBy: [], keysOf: () => [] },
  {
    groupBy: [
      { type: 'DIMENSION', key: 'SERVICE' },
      { type: 'DIMENSION', key: 'RECORD_TYPE' },
    ],
    keysOf: ({ service, recordType }) => [service, recordType],
  },
  {
    groupBy: [
      { type: 'TAG', key: 'team' },
      { type: 'DIMENSION', key: 'LINKED_ACCOUNT' },
    ],
    keysOf: ({ tags, account }) => [tags['team'] ?? '', account],
  },
];

const deaths = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.constantFrom(...DEATHS)), { maxLength: 3 })
  .map((given) => new Map<number, Death>(given));

function sumsOfLedger(items: readonly Item[], keysOf: (item: Item) => string[], isDaily: boolean) {
  const sums = new Map<string, bigint[]>();
  for (const one of items) {
    const group = [isDaily ? one.day : `${one.day.slice(0, 7)}-01`, ...keysOf(one)].join('|');
    const { unblended, amortized = '', netUnblended = '', netAmortized = '' } = one;
    const amounts = [unblended, amortized, netUnblended, netAmortized].map(parseDecimal);
    sums.set(
      group,
      amounts.map((amount, basis) => amount + (sums.get(group)?.[basis] ?? 0n)),
    );
  }
  return sums;
}

function amountsOf(lines: readonly CostLine[]) {
  return new Map(
    lines.map(({ start, keys, amounts }) => [
      [start, ...keys].join('|'),
      [amounts.unblended, amounts.amortized, amounts.net_unblended, amounts.net_amortized],
    ]),
  );
}

/** An ungrouped period without costs comes as 0 or not at all. */
const withoutZeros = (sums: Map<string, bigint[]>) =>
  new Map([...sums].filter(([, amounts]) => amounts.some((amount) => amount !== 0n)));

beforeAll(() => {
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

test('over the wire too, the lines are the ledger on every basis, whatever the pages and deaths', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom(...GROUPINGS),
      fc.constantFrom('DAILY', 'MONTHLY'),
      deaths,
      async (items, pageSize, { groupBy, keysOf }, granularity, chosen) => {
        const served = await serveCostExplorer({ ledger: ledgerOf(items), switches: { pageSize } });
        vi.stubEnv('AWS_ENDPOINT_URL', served.url);
        const query = aUsageQuery({ groupBy, granularity });
        const life = mortal(memoryStore(), costExplorerClient({}), chosen);
        let pages = 0;
        do {
          const fetched = await aSource(life)
            .source.fetch(query)
            .catch(() => undefined);
          if (fetched?.state === 'complete') pages = fetched.pages;
        } while (life.revive());

        const { source, counter } = aSource(life);
        const lines = await linesOf(source, query);
        const found = amountsOf(lines);
        expect(lines).toHaveLength(found.size);
        expect(withoutZeros(found)).toEqual(
          withoutZeros(sumsOfLedger(items, keysOf, granularity === 'DAILY')),
        );

        const billed = served.billed['GetCostAndUsage'];
        expect(billed).toBe(pages + life.causes.filter((death) => COSTLY.includes(death)).length);
        expect((await counter.spent()).run).toBeGreaterThanOrEqual(billed ?? 0);
        await served.close();
      },
    ),
    { numRuns: 40 },
  );
});
