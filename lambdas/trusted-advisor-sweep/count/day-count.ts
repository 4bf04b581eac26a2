import type { AdvisorSelection } from '#lambdas/contracts/trusted-advisor/advisor-selection.ts';
import { compareCategories } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import type { StandingAccount } from '#lambdas/trusted-advisor-sweep/advisor-day.ts';
import type { AdvisorSummary, CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import { firstOf } from '#lambdas/trusted-advisor-sweep/count/first-of.ts';
import {
  compareCounts,
  countItem,
  type ItemCount,
  noCount,
} from '#lambdas/trusted-advisor-sweep/count/item-count.ts';
import { itemSavings } from '#lambdas/trusted-advisor-sweep/count/item-savings.ts';
import {
  compareLimits,
  compareSavings,
  compareWorst,
  type ListedItem,
} from '#lambdas/trusted-advisor-sweep/count/listed-item.ts';
import { daysBetween } from '#lambdas/trusted-advisor-sweep/days.ts';
import type { Snapshot } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** Of each list; the table holds all. */
const LISTED = 100;
const NEW_DAYS = 7;

type Counted = Pick<
  AdvisorSummary,
  'total' | 'categories' | 'accounts' | 'reds' | 'newReds' | 'limits' | 'savings'
>;

/** Sums a day account by account; of its items only the lists stay in memory. */
export function dayCount(date: string, { severities }: Pick<AdvisorSelection, 'severities'>) {
  const total = noCount();
  const categories = new Map<string, ItemCount>();
  const accounts: CountedAccount[] = [];
  const reds = firstOf(LISTED, compareWorst);
  const newReds = firstOf(LISTED, compareWorst);
  const limits = firstOf(LISTED, compareLimits);
  const savings = firstOf(LISTED, compareSavings);

  const list = (listed: ListedItem, standing: StandingAccount['standing']) => {
    const { item, severity, mutedBy, firstSeen } = listed;
    if (mutedBy !== undefined) return;
    if (limitUseOf(item.fields)) limits.add(listed);
    if (itemSavings(listed) !== undefined) savings.add(listed);
    if (item.status !== 'error') return;
    reds.add(listed);
    const wasThere =
      listed.wasThere || standing.baselineAt === undefined || firstSeen <= standing.baselineAt.slice(0, 10);
    const isTold = severity !== undefined && severities.includes(severity);
    if (isTold && !wasThere && daysBetween(firstSeen, date) < NEW_DAYS) newReds.add(listed);
  };

  return {
    add({ account, standing }: StandingAccount, snapshot: Snapshot | undefined): void {
      if (!snapshot) {
        accounts.push({ account, standing });
        return;
      }
      const count = noCount();
      accounts.push({ account, standing, count });
      for (const flagged of snapshot.items) {
        const { category } = flagged.check;
        const ofCategory = categories.get(category) ?? noCount();
        categories.set(category, ofCategory);
        countItem(flagged, [total, count, ofCategory]);
        list({ ...flagged, account }, standing);
      }
    },

    counted: (): Counted => ({
      total,
      categories: [...categories]
        .map(([category, count]) => ({ category, count }))
        .sort((one, other) => compareCategories(one.category, other.category)),
      accounts: accounts.toSorted(compareAccounts),
      reds: reds.list(),
      newReds: newReds.list(),
      limits: limits.list(),
      savings: savings.list(),
    }),
  };
}

function compareAccounts(one: CountedAccount, other: CountedAccount): number {
  if (!one.count || !other.count) return Number(!one.count) - Number(!other.count);
  return compareCounts(one.count, other.count);
}
