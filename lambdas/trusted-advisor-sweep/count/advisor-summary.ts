import type { KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { FirstOf } from '#lambdas/trusted-advisor-sweep/count/first-of.ts';
import type { ItemCount } from '#lambdas/trusted-advisor-sweep/count/item-count.ts';
import type { ListedItem } from '#lambdas/trusted-advisor-sweep/count/listed-item.ts';
import type { DayEntry } from '#lambdas/trusted-advisor-sweep/publish/published-state.ts';

/** `count`: of the last reading that worked, be it of a former day; absent: it was never read. */
export type CountedAccount = StandingAccount & { count?: ItemCount };

/** What digests and the page say of a day. Lists leave out what is muted. */
export type AdvisorSummary = {
  date: string;
  /** When it was summed, ISO 8601. */
  at: string;
  checks: KnownCheck[];
  total: ItemCount;
  /** In the order in which people should look. */
  categories: { category: string; count: ItemCount }[];
  /** Those with most to do first; those that were never read last. */
  accounts: CountedAccount[];
  reds: FirstOf<ListedItem>;
  /** Red for less than a week, of those that are told, in accounts and checks that had been read before. */
  newReds: FirstOf<ListedItem>;
  limits: FirstOf<ListedItem>;
  savings: FirstOf<ListedItem>;
  /** This day included. */
  history: DayEntry[];
};
