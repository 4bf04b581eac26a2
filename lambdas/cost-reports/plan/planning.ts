import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { addMonths, monthOf } from '#lambdas/cost-reports/periods.ts';
import type { PlannedQuery } from '#lambdas/cost-reports/plan/run-plan.ts';

/** A query of a plan before its pages are reckoned. */
export type Draft = Omit<PlannedQuery, 'expectedPages'>;

/** What plans of both sets are made from. */
export type Planning = {
  settings: CostSettings;
  /** The day of the run. */
  today: string;
  /** All months that reports may have, the running one last. */
  history: readonly string[];
  isFrozen: (month: string) => boolean;
  /** Whether a query of this name was ever complete. */
  isKnown: (name: string) => boolean;
};

/**
 * The month from which a query of this name is asked: the first of all when it is new, be it only a tag that was
 * added; then the first that is not frozen, last month at least.
 */
export function askedFrom(name: string, { today, history, isFrozen, isKnown }: Planning): string {
  const [first = monthOf(today)] = history;
  if (!isKnown(name)) return first;
  const lastMonth = addMonths(monthOf(today), -1);
  const open = history.find((month) => !isFrozen(month)) ?? lastMonth;
  return open < lastMonth ? open : lastMonth;
}
