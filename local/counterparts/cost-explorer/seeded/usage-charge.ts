import type { Charge, Purpose } from '../ledger/charge.ts';
import { chargeOf, variantOf } from './charge-of.ts';
import { share } from './money.ts';

/** Usage of a day at on-demand prices. */
export type Use = { day: string; purpose: Purpose; cost: bigint; quantity: bigint };

/** Thousandths that the Organization's agreements take off. */
const AGREED = 60;
const PRIVATE_RATE = 150;

/** What a cost is once agreements are taken off. */
export const netOf = (cost: bigint) => cost - share(cost, AGREED);

/** Usage that is paid as it comes; what is privately agreed for a service is a line of its own. */
export function usageCharge(
  { day, purpose, cost, quantity }: Use,
  { recordType = 'Usage', ...more }: Partial<Purpose> = {},
): Charge[] {
  const isUsage = recordType === 'Usage';
  const discount =
    isUsage && purpose.service === 'Amazon CloudFront' && cost > 0n ? share(cost, PRIVATE_RATE) : 0n;
  const netUnblended = isUsage ? netOf(cost) - discount : cost;
  const usage = chargeOf(day, variantOf(purpose, recordType, more), {
    unblended: cost,
    netUnblended,
    quantity,
  });
  if (discount === 0n) return [usage];
  const of = variantOf(purpose, 'PrivateRateDiscount');
  return [usage, chargeOf(day, of, { unblended: -discount, netUnblended: 0n })];
}
