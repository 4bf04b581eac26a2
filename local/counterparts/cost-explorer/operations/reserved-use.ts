import { percentText, toText } from '../amount.ts';
import { addMonths, daysFrom, firstDayOf, monthOf } from '../calendar.ts';
import { amountOf, type Charge } from '../ledger/charge.ts';
import type { Filter } from '../question/filter.ts';
import { type Period, slicesOf } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { visibleCharges } from '../question/visible-charges.ts';

/** What a reservation gave and cost, in units of 10⁻¹⁰ of hours and money. */
export type ReservedUse = {
  purchased: bigint;
  used: bigint;
  usedCost: bigint;
  unusedCost: bigint;
  recurring: bigint;
};

const NONE: ReservedUse = { purchased: 0n, used: 0n, usedCost: 0n, unusedCost: 0n, recurring: 0n };
/** Reserved hours cost so many percent of those on demand. */
const RESERVED_PRICE = 62n;

/** The use of each reservation in a period. Fees are of whole months: a part of one has its part of them. */
export function reservedUse(question: Question, period: Period, filter: Filter): Map<string, ReservedUse> {
  const uses = new Map<string, ReservedUse>();
  const add = ({ purpose }: Charge, more: Partial<ReservedUse>) => {
    const id = purpose.reservation ?? '';
    const use = uses.get(id) ?? NONE;
    uses.set(id, {
      purchased: use.purchased + (more.purchased ?? 0n),
      used: use.used + (more.used ?? 0n),
      usedCost: use.usedCost + (more.usedCost ?? 0n),
      unusedCost: use.unusedCost + (more.unusedCost ?? 0n),
      recurring: use.recurring + (more.recurring ?? 0n),
    });
  };

  for (const slice of slicesOf(period, 'MONTHLY')) {
    const month = monthOf(slice.start);
    const whole = { start: firstDayOf(month), end: firstDayOf(addMonths(month, 1)) };
    const share = (amount: bigint) =>
      (amount * BigInt(daysFrom(slice.start, slice.end))) / BigInt(daysFrom(whole.start, whole.end));
    for (const charge of visibleCharges(question, whole, filter)) {
      const quantity = amountOf(charge, 'UsageQuantity');
      const amortized = amountOf(charge, 'AmortizedCost');
      const { recordType } = charge.purpose;
      if (recordType === 'RIFee') {
        const recurring = share(amountOf(charge, 'UnblendedCost'));
        add(charge, { purchased: share(quantity), unusedCost: share(amortized), recurring });
      }
      const isWithin = charge.day >= slice.start && charge.day < slice.end;
      if (recordType === 'DiscountedUsage' && isWithin) add(charge, { used: quantity, usedCost: amortized });
    }
  }
  return uses;
}

export function aggregatesOf(uses: ReservedUse[]) {
  const sum = (of: keyof ReservedUse) => uses.reduce((total, use) => total + use[of], 0n);
  const [purchased, used, fee] = [sum('purchased'), sum('used'), sum('usedCost') + sum('unusedCost')];
  const onDemand = (sum('usedCost') * 100n) / RESERVED_PRICE;
  return {
    UtilizationPercentage: percentText(used, purchased),
    PurchasedHours: toText(purchased),
    TotalActualHours: toText(used),
    UnusedHours: toText(purchased - used),
    OnDemandCostOfRIHoursUsed: toText(onDemand),
    NetRISavings: toText(onDemand - fee),
    TotalPotentialRISavings: toText((fee * 100n) / RESERVED_PRICE - fee),
    AmortizedUpfrontFee: toText(fee - sum('recurring')),
    AmortizedRecurringFee: toText(sum('recurring')),
    TotalAmortizedFee: toText(fee),
    RICostForUnusedHours: toText(sum('unusedCost')),
    RealizedSavings: toText(onDemand - sum('usedCost')),
    UnrealizedSavings: toText((sum('unusedCost') * 100n) / RESERVED_PRICE - sum('unusedCost')),
  };
}
