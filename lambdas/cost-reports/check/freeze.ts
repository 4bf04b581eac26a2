import type { PeriodScan } from '#lambdas/cost-reports/check/scan-lines.ts';
import { addDays, addMonths, firstDayOf } from '#lambdas/cost-reports/periods.ts';

/** Refunds, credits and support fees still come around the 6th or 7th of the month after, unannounced. */
const SETTLED_AFTER_DAYS = 14;

/** Whether a month is final: AWS calls none of it estimated, and it is the 15th of the month after, or later. */
export function isFinal(month: string, periods: readonly PeriodScan[], today: string): boolean {
  const settled = addDays(firstDayOf(addMonths(month, 1)), SETTLED_AFTER_DAYS);
  return today >= settled && periods.every(({ estimated }) => !estimated);
}
