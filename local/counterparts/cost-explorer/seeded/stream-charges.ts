import { firstDayOf, monthsFrom } from '../calendar.ts';
import type { Charge } from '../ledger/charge.ts';
import type { Chance } from './chance.ts';
import { share, toUnitsOf } from './money.ts';
import { planCharges } from './plan-charges.ts';
import { reservationCharges } from './reservation-charges.ts';
import type { Stream } from './streams.ts';
import { usageCharge } from './usage-charge.ts';

/** A month: its days, how many of them count, and what of usage credits pay, in thousandths. */
export type SeededMonth = { month: string; days: readonly string[]; density: number; credit: number };

/** What streams are reckoned from: their growth began here. */
const BASE_MONTH = '2025-09';
const SPIKE = { probability: 0.003, factor: 4 };

/** What a stream costs in a month, with what commitments, discounts and credits make of it. */
export function streamCharges(stream: Stream, { month, days, density, credit }: SeededMonth, chance: Chance) {
  const { offer, purpose } = stream;
  const level = stream.daily * stream.growth ** monthsFrom(BASE_MONTH, month);
  const charges: Charge[] = [];
  for (const day of days) {
    if (chance() >= density || day < stream.since || day >= stream.until) continue;
    if (chance() * 10 >= offer.daysOfTen) continue;
    const isWeekend = new Date(day).getUTCDay() % 6 === 0;
    // Commitments are for what is steady.
    const spike = !offer.paidBy && chance() < SPIKE.probability ? SPIKE.factor : 1;
    const dollars = level * (isWeekend ? stream.weekend : 1) * (0.85 + chance() * 0.3) * spike;
    const use = { day, purpose, cost: toUnitsOf(dollars), quantity: toUnitsOf(dollars / offer.price) };
    if (offer.paidBy === 'plan') charges.push(...planCharges(use));
    else if (offer.paidBy === 'reservation') charges.push(...reservationCharges(use));
    else charges.push(...usageCharge(use));
    if (credit > 0) {
      const purposeOfCredit = { recordType: 'Credit', usageType: 'PromotionalCredit' };
      charges.push(...usageCharge({ ...use, cost: -share(use.cost, credit), quantity: 0n }, purposeOfCredit));
    }
  }
  if (offer.operation === 'StandardStorage' && charges.length > 0) {
    charges.push(...usageCharge({ day: firstDayOf(month), purpose, cost: TINY_REBATE, quantity: 0n }));
  }
  return charges;
}

/** -0.0000000289, as real bills have them. */
const TINY_REBATE = -289n;
