import type { AdvisorCheck } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { Ending } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import type { KeyedItem } from '#lambdas/contracts/trusted-advisor/item-key.ts';

/** What one message says of one item: how it is, or, of a row that is known by its key, that it is over. */
export type AdvisorNews = {
  account: string;
  check: AdvisorCheck;
  /** When Trusted Advisor saw it so, in milliseconds. */
  at: number;
  /** A sweep says that it was there before; absent for an event, which cannot know. */
  isBaseline?: boolean;
} & ({ item: KeyedItem } | { key: string; ending: Ending });
