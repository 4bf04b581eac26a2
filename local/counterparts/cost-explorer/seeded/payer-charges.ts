import { addMonths, firstDayOf } from '../calendar.ts';
import { amountOf, type Charge } from '../ledger/charge.ts';
import { plainPurpose } from './account-charges.ts';
import { chargeOf } from './charge-of.ts';
import { share, toUnitsOf } from './money.ts';

/** Thousandths: of the commitment beyond the busiest day, paid monthly, and of all costs for support. */
const UNUSED = 60;
const RECURRING = 800;
const SUPPORT = 30;
const LEAST_SUPPORT = toUnitsOf(100);
const PLANS = 'Savings Plans for AWS Compute usage';

/** What the payer pays for all: the Savings Plan, support, and now and then a refund. The last two come late. */
export function payerCharges(payer: string, charges: readonly Charge[], month: string): Charge[] {
  const late = (charge: Charge, day: string): Charge => ({
    ...charge,
    seenFrom: `${addMonths(month, 1)}-${day}`,
  });
  const cost = charges.reduce((sum, charge) => sum + amountOf(charge, 'UnblendedCost'), 0n);
  if (cost <= 0n) return [];
  const unblended = [share(cost, SUPPORT), LEAST_SUPPORT].reduce((one, other) => (one > other ? one : other));
  const support = plainPurpose(payer, 'AWS Support (Business)', 'Support');
  const refund = plainPurpose(payer, 'Amazon Simple Storage Service', 'Refund');
  const isOfThird = Number(month.slice(5)) % 3 === 0;
  return [
    ...planFees(payer, charges, month),
    late(chargeOf(firstDayOf(month), support, { unblended }), '06'),
    ...(isOfThird ? [late(chargeOf(`${month}-20`, refund, { unblended: -share(cost, 5) }), '07')] : []),
  ];
}

/** The commitment is a bit more than the busiest day takes of it; what a day leaves is its amortized fee. */
function planFees(payer: string, charges: readonly Charge[], month: string): Charge[] {
  const covered = charges.filter(({ purpose }) => purpose.recordType === 'SavingsPlanCoveredUsage');
  const used = [...Map.groupBy(covered, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    cost: ofDay.reduce((sum, charge) => sum + amountOf(charge, 'AmortizedCost'), 0n),
  }));
  const most = used.reduce((most, { cost }) => (cost > most ? cost : most), 0n);
  if (most === 0n) return [];
  const commitment = most + share(most, UNUSED);
  const unblended = share(commitment, RECURRING);
  const recurring = plainPurpose(payer, PLANS, 'SavingsPlanRecurringFee');
  const fees = used.map(({ day, cost }) => chargeOf(day, recurring, both(unblended, commitment - cost)));
  if (!month.endsWith('-01')) return fees;
  const upfront = plainPurpose(payer, PLANS, 'SavingsPlanUpfrontFee');
  return [...fees, chargeOf(firstDayOf(month), upfront, both((commitment - unblended) * 365n, 0n))];
}

const both = (unblended: bigint, amortized: bigint) => ({
  unblended,
  amortized,
  netUnblended: unblended,
  netAmortized: amortized,
});
