import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { type ACost, summaryOf } from '#test/cost-reports/summary/a-summary-source.ts';

const TODAY = '2026-11-22';
const anyAmount = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n });
const anyCost = fc.record({
  day: fc.nat(51).map((offset) => addDays('2026-10-01', offset)),
  amount: anyAmount.map(formatDecimal),
  service: fc.constantFrom('Amazon EC2', 'AWS Lambda', 'Tax'),
  account: fc.constantFrom('111122223333', '444455556666'),
  recordType: fc.constantFrom('Usage', 'Credit', 'Refund', 'Tax', 'SavingsPlanNegation', 'Of tomorrow'),
});

const exact = (costs: ACost[], start: string, end: string) =>
  costs.filter(({ day }) => day >= start && day < end).reduce((sum, { amount }) => sum + units(amount), 0n);

/** By another way than the code under test. */
function units(amount: string): bigint {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(10, '0'));
  return amount.startsWith('-') ? -size : size;
}

test('any costs are summed to the tenth decimal, and movers of each kind hold all of the change but that of monthly charges', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCost, { minLength: 1, maxLength: 60 }), async (some) => {
      // One line of yesterday, so that AWS is not late.
      const costs: ACost[] = [...some, { day: '2026-11-21', amount: '0.0000000001' }];
      const { yesterday, week, monthToDate, days, movers } = await summaryOf(TODAY, costs);

      expect(yesterday.net).toBe(exact(costs, '2026-11-21', TODAY));
      expect(week.current.net).toBe(exact(costs, '2026-11-15', TODAY));
      expect(week.previous?.net).toBe(exact(costs, '2026-11-08', '2026-11-15'));
      expect(monthToDate.current.net).toBe(exact(costs, '2026-11-01', TODAY));
      expect(monthToDate.previous?.net).toBe(exact(costs, '2026-10-01', '2026-10-22'));
      for (const { gross, credits, refunds, net } of days.map(({ measures }) => measures)) {
        expect(net).toBe(gross + credits + refunds);
      }
      const often = costs.filter(
        ({ recordType = 'Usage' }) => !/Tax|Support|RIFee|RecurringFee/i.test(recordType),
      );
      const change = exact(often, '2026-11-15', TODAY) - exact(often, '2026-11-08', '2026-11-15');
      const moved = movers
        .filter(({ kind }) => kind === 'service')
        .reduce((sum, mover) => sum + mover.change, 0n);
      expect(moved).toBe(change);
    }),
  );
});
