import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RequestCounter } from '#lambdas/cost-reports/cost-explorer/request-counter.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageAnswer } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { COSTLY, DEATHS, type Death, mortal } from '#test/cost-reports/cost-explorer/mortal.ts';
import { pagedAnswers } from '#test/cost-reports/cost-explorer/paged-answers.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const query = aUsageQuery({
  period: { start: '2026-08-01', end: '2026-11-01' },
  groupBy: [{ type: 'TAG', key: 'te$am' }],
});
const MONTHS = ['2026-08', '2026-09', '2026-10'];

type Charge = { month: string; value: string; cost: string };

const charge = fc.record({
  month: fc.constantFrom(...MONTHS),
  value: fc.string(),
  cost: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(formatDecimal),
});
const ledgers = fc.uniqueArray(charge, {
  selector: ({ month, value }) => `${month}/${value}`,
  maxLength: 40,
});
const deaths = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom(...DEATHS)), { maxLength: 8 })
  .map((given) => new Map<number, Death>(given));

/** So many groups a page, each month named on every page as far as it has groups there. */
function pagesOf(ledger: readonly Charge[], size: number) {
  const pages = Array.from({ length: Math.max(1, Math.ceil(ledger.length / size)) }, (_, page) =>
    ledger.slice(page * size, (page + 1) * size),
  );
  return pages.map((charges) =>
    aUsageAnswer(
      MONTHS.map((month) => ({
        start: `${month}-01`,
        groups: charges
          .filter((one) => one.month === month)
          .map(({ value, cost }) => [[`te$am$${value}`], cost] as const),
      })),
    ),
  );
}

const sorted = (texts: string[]) => texts.toSorted();

test('whatever the ledger, its pages and the deaths, the lines are those of the ledger and few pages are bought twice', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers, fc.integer({ min: 1, max: 9 }), deaths, async (ledger, size, chosen) => {
      const store = memoryStore();
      const pages = pagesOf(ledger, size);
      const costs = pagedAnswers(pages);
      const life = mortal(store, costs.ask, chosen);
      let counter: RequestCounter;
      let fetched: unknown;
      do {
        const born = aSource(life);
        fetched = await born.source.fetch(query).catch(() => undefined);
        counter = aSource({ ask: costs.ask, store }).counter;
        expect((await counter.spent()).run).toBeGreaterThanOrEqual(costs.billed());
      } while (life.revive());

      const costly = life.causes.filter((death) => COSTLY.includes(death)).length;
      const unsent = life.causes.filter((death) => death === 'before the request').length;
      expect(fetched).toMatchObject({ state: 'complete', pages: pages.length, notes: [] });
      expect(costs.billed()).toBe(pages.length + costly);
      expect((await counter.spent()).run).toBe(costs.billed() + unsent);

      const { source } = aSource({ ask: costs.ask, store });
      for (const month of [undefined, ...MONTHS]) {
        const lines = await linesOf(source, query, month);
        expect(
          sorted(
            lines.map((line) => `${line.start} ${line.keys[0]} ${formatDecimal(line.amounts.unblended)}`),
          ),
        ).toEqual(
          sorted(
            ledger
              .filter((one) => month === undefined || one.month === month)
              .map(({ month: of, value, cost }) => `${of}-01 ${value} ${cost}`),
          ),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('killed once at each page, in each way, a run buys only the lost page again', async () => {
  const ledger = Array.from({ length: 7 }, (_, index) => ({
    month: MONTHS[index % 3]!,
    value: `v${index}`,
    cost: `${index}.5`,
  }));
  for (const death of DEATHS) {
    for (let page = 1; page <= 4; page += 1) {
      const store = memoryStore();
      const costs = pagedAnswers(pagesOf(ledger, 2));
      const life = mortal(store, costs.ask, new Map([[page, death]]));
      await expect(aSource(life).source.fetch(query)).rejects.toThrow(/Killed|did not answer/);
      life.revive();
      const { source, counter } = aSource(life);
      await source.fetch(query);

      expect([death, page, costs.billed()]).toEqual([death, page, COSTLY.includes(death) ? 5 : 4]);
      expect((await counter.spent()).run).toBe(death === 'after storing' ? 4 : 5);
      expect(await linesOf(source, query)).toHaveLength(7);
    }
  }
});
