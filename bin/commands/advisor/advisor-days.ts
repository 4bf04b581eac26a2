import type { DaySource } from '#bin/commands/reports/find-day.ts';

/** The reports of Trusted Advisor. */
export const ADVISOR_DAYS: DaySource = {
  block: 'trustedAdvisor',
  of: 'Trusted Advisor',
  made: 'trusted-advisor-sweep makes one when it has tried all accounts of a day',
};
