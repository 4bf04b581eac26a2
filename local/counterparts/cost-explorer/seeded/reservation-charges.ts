import { firstDayOf } from '../calendar.ts';
import { amountOf, type Charge, type Purpose } from '../ledger/charge.ts';
import { chargeOf, variantOf } from './charge-of.ts';
import { share } from './money.ts';
import { type Use, usageCharge } from './usage-charge.ts';

/** Thousandths of the usage that is reserved, of its price that a reservation takes, and of hours beyond those used. */
const RESERVED = 700;
const RESERVED_PRICE = 620;
const UNUSED = 80;
const RECURRING = 500;

/** Usage of which reservations cover a part: it costs nothing unblended. */
export function reservationCharges({ day, purpose, cost, quantity }: Use): Charge[] {
  const covered = share(cost, RESERVED);
  const hours = share(quantity, RESERVED);
  return [
    chargeOf(day, variantOf(purpose, 'DiscountedUsage', reserved(purpose)), {
      unblended: 0n,
      amortized: share(covered, RESERVED_PRICE),
      netUnblended: 0n,
      netAmortized: share(covered, RESERVED_PRICE),
      quantity: hours,
    }),
    ...usageCharge({ day, purpose, cost: cost - covered, quantity: quantity - hours }),
  ];
}

/** The fees of a month for what was reserved: half of it monthly, half at the beginning of the year. */
export function reservationFees(charges: readonly Charge[], month: string): Charge[] {
  const used = Map.groupBy(
    charges.filter(({ purpose }) => purpose.recordType === 'DiscountedUsage'),
    ({ purpose }) => purpose,
  );
  return [...used].flatMap(([purpose, ofPurpose]) => {
    const sum = (metric: 'AmortizedCost' | 'UsageQuantity') =>
      ofPurpose.reduce((total, charge) => total + amountOf(charge, metric), 0n);
    const [cost, hours] = [sum('AmortizedCost'), sum('UsageQuantity')];
    const fee = cost + share(cost, UNUSED);
    const recurring = share(fee, RECURRING);
    const day = firstDayOf(month);
    const monthly = chargeOf(day, variantOf(purpose, 'RIFee'), {
      unblended: recurring,
      amortized: fee - cost,
      netUnblended: recurring,
      netAmortized: fee - cost,
      quantity: hours + share(hours, UNUSED),
    });
    if (!month.endsWith('-01')) return [monthly];
    const upfront = (fee - recurring) * 12n;
    const once = { unblended: upfront, amortized: 0n, netUnblended: upfront, netAmortized: 0n };
    return [monthly, chargeOf(day, variantOf(purpose, 'Upfront'), once)];
  });
}

const reserved = ({ account, usageType }: Purpose) => ({
  purchaseType: 'Standard Reserved Instances',
  reservation: `${account}-${usageType}`,
});
