import type { Metric } from '#lambdas/cost-reports/cost-explorer/question.ts';
import type { Metrics } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';
import type { Amounts } from '#lambdas/cost-reports/cost-line.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

const CURRENCY = /^[A-Z]{3}$/;

type Priced = Metric | 'BlendedCost';

/** What stands in for a metric that AWS did not give, the nearest first; whoever stores the page tells of it. */
const STAND_INS: Record<Metric, readonly Priced[]> = {
  UnblendedCost: ['UnblendedCost', 'BlendedCost'],
  AmortizedCost: ['AmortizedCost', 'UnblendedCost', 'BlendedCost'],
  NetUnblendedCost: ['NetUnblendedCost', 'UnblendedCost', 'BlendedCost'],
  NetAmortizedCost: ['NetAmortizedCost', 'AmortizedCost', 'UnblendedCost', 'BlendedCost'],
};

/** The exact amounts of a group, and their one currency. Throws where there is none: no amount is not zero. */
export function readAmounts(metrics: Metrics): { amounts: Amounts; currency: string } {
  let currency = '';

  function read(metric: Metric): bigint {
    const { Amount, Unit = '' } = metrics[STAND_INS[metric].find((name) => metrics[name]) ?? metric] ?? {};
    if (Amount === undefined) throw new Error('A group of Cost Explorer has no amount');
    const amount = parseDecimal(Amount);
    // A zero may come without a currency.
    if (currency !== '' && Unit !== currency && amount !== 0n) {
      throw new Error('A group of Cost Explorer has two currencies');
    }
    if (currency === '' && CURRENCY.test(Unit)) currency = Unit;
    return amount;
  }

  const amounts = {
    unblended: read('UnblendedCost'),
    amortized: read('AmortizedCost'),
    net_unblended: read('NetUnblendedCost'),
    net_amortized: read('NetAmortizedCost'),
  };
  return { amounts, currency };
}
