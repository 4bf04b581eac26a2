import type { Purpose } from '../ledger/charge.ts';

const TYPES: Record<string, string> = {
  Usage: 'USAGE_CHANGE',
  Credit: 'CREDIT',
  Refund: 'REFUND',
  Tax: 'TAX',
  Support: 'SUPPORT_FEE',
  EdpDiscount: 'BUNDLED_DISCOUNT',
  PrivateRateDiscount: 'BUNDLED_DISCOUNT',
  SavingsPlanCoveredUsage: 'SAVINGS_PLAN_USAGE',
  SavingsPlanNegation: 'SAVINGS_PLAN_USAGE',
  SavingsPlanRecurringFee: 'SAVINGS_PLAN_RECURRING_FEE',
  SavingsPlanUpfrontFee: 'COMMITMENT',
  DiscountedUsage: 'RESERVATION_USAGE',
  RIFee: 'RECURRING_RESERVATION_FEE',
  Upfront: 'UPFRONT_RESERVATION_FEE',
};

/** What Cost Explorer calls the cause of a change. */
export function driverOf({ recordType }: Purpose): string {
  return TYPES[recordType] ?? 'OUT_OF_CYCLE_CHARGE';
}
