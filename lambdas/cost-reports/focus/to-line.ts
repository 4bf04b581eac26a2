import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { MonthQuestion } from '#lambdas/cost-reports/focus/month-question.ts';
import type { ChargeSum } from '#lambdas/cost-reports/focus/sum-charges.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';

type Context = {
  question: MonthQuestion;
  /** Names of accounts, by id. */
  names: ReadonlyMap<string, string>;
  /** The month is not over. */
  estimated: boolean;
};

/** A sum of an export as a line of Cost Explorer. BilledCost and EffectiveCost are net, and the only ones there are. */
export function toLine(
  { start, currency, keys, billed, effective }: ChargeSum,
  { question: { query, until }, names, estimated }: Context,
): CostLine {
  return {
    start,
    end: query.granularity === 'DAILY' ? addDays(start, 1) : until,
    estimated,
    keys,
    keyNames: query.groupBy.map(({ key }, index) =>
      key === 'LINKED_ACCOUNT' ? names.get(keys[index] ?? '') : undefined,
    ),
    amounts: { unblended: billed, amortized: effective, net_unblended: billed, net_amortized: effective },
    currency,
  };
}
