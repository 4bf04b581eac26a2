import type { Charge } from '../ledger/charge.ts';
import { chargeOf, variantOf } from './charge-of.ts';
import { share } from './money.ts';
import { netOf, type Use, usageCharge } from './usage-charge.ts';

/** Thousandths of the usage that a Savings Plan pays for, and of its price that the plan takes. */
const COVERED = 640;
const PLAN_PRICE = 720;

/**
 * Usage that a Savings Plan pays for in part. Unblended, the covered usage costs as on demand and is taken back
 * by its negation; amortized, it costs what it uses of the commitment.
 */
export function planCharges({ day, purpose, cost, quantity }: Use): Charge[] {
  const covered = share(cost, COVERED);
  const amortized = share(covered, PLAN_PRICE);
  const hours = share(quantity, COVERED);
  const plan = { purchaseType: 'Savings Plans' };
  return [
    chargeOf(day, variantOf(purpose, 'SavingsPlanCoveredUsage', plan), {
      unblended: covered,
      amortized,
      netUnblended: netOf(covered),
      netAmortized: amortized,
      quantity: hours,
    }),
    chargeOf(day, variantOf(purpose, 'SavingsPlanNegation', plan), {
      unblended: -covered,
      amortized: 0n,
      netUnblended: -netOf(covered),
      netAmortized: 0n,
    }),
    ...usageCharge({ day, purpose, cost: cost - covered, quantity: quantity - hours }),
  ];
}
