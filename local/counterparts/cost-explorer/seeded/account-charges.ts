import { firstDayOf } from '../calendar.ts';
import { amountOf, type Charge, type Purpose } from '../ledger/charge.ts';
import { chanceOf, pick } from './chance.ts';
import { chargeOf } from './charge-of.ts';
import { share } from './money.ts';
import { reservationFees } from './reservation-charges.ts';
import type { SeededAccount } from './seeded-account.ts';
import { streamCharges } from './stream-charges.ts';
import type { Stream } from './streams.ts';

export type SeededDays = { month: string; days: readonly string[]; density: number; seed: string };

/** Thousandths of an account's costs. */
const TAX = 70;
const CREDITS = [1000, 300] as const;

/** What an account costs in a month. */
export function accountCharges(account: SeededAccount, streams: readonly Stream[], of: SeededDays): Charge[] {
  const { month, seed, density } = of;
  const chance = chanceOf(`${seed} ${account.id} ${month}`);
  const days = of.days.filter((day) => day >= (account.since ?? ''));
  const credit = creditOf(account, month, seed);
  const charges = streams.flatMap((stream) =>
    streamCharges(stream, { month, days, density, credit }, chance),
  );
  if (charges.length === 0) return [];
  charges.push(...reservationFees(charges, month), ...agreedDiscounts(account, charges));
  const cost = charges.reduce((sum, charge) => sum + amountOf(charge, 'NetUnblendedCost'), 0n);
  const unblended = share(cost, TAX);
  return unblended > 0n
    ? [...charges, chargeOf(firstDayOf(month), plainPurpose(account.id, 'Tax', 'Tax'), { unblended })]
    : charges;
}

/** In one quarter of eight, credits pay for all or a part of an account. */
function creditOf({ id }: SeededAccount, month: string, seed: string): number {
  const quarter = Math.ceil(Number(month.slice(5)) / 3);
  const chance = chanceOf(`${seed} ${id} credit ${month.slice(0, 4)} ${quarter}`);
  return chance() < 0.12 ? pick(CREDITS, chance) : 0;
}

/** What agreements take off, as a line a day: with it all bases come to what is net. */
function agreedDiscounts({ id }: SeededAccount, charges: readonly Charge[]): Charge[] {
  const purpose = plainPurpose(id, 'AWS Enterprise Discount Program', 'EdpDiscount');
  return [...Map.groupBy(charges, ({ day }) => day)].flatMap(([day, ofDay]) => {
    const sum = (gross: 'UnblendedCost' | 'AmortizedCost', net: 'NetUnblendedCost' | 'NetAmortizedCost') =>
      ofDay.reduce((total, charge) => total + amountOf(charge, net) - amountOf(charge, gross), 0n);
    const unblended = sum('UnblendedCost', 'NetUnblendedCost');
    const amortized = sum('AmortizedCost', 'NetAmortizedCost');
    if (unblended === 0n && amortized === 0n) return [];
    return [chargeOf(day, purpose, { unblended, amortized, netUnblended: 0n, netAmortized: 0n })];
  });
}

/** A purpose without a Region, tags or cost categories. */
export function plainPurpose(account: string, service: string, recordType: string): Purpose {
  return { account, service, recordType, tags: {}, costCategories: {}, unit: 'N/A' };
}
