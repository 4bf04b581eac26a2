import { categoryName } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';
import { accountLabel } from '#lambdas/trusted-advisor-sweep/account-label.ts';
import type { AdvisorSummary, CountedAccount } from '#lambdas/trusted-advisor-sweep/count/advisor-summary.ts';
import type { FirstOf } from '#lambdas/trusted-advisor-sweep/count/first-of.ts';
import type { ItemCount } from '#lambdas/trusted-advisor-sweep/count/item-count.ts';
import type { ListedItem } from '#lambdas/trusted-advisor-sweep/count/listed-item.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { toNotes } from '#lambdas/trusted-advisor-sweep/publish/to-notes.ts';

const ITEMS_SHOWN = 10;
const ACCOUNTS_SHOWN = 5;
const NAMED_UNREAD = 5;
const NAME_LENGTH = 80;
const NOTE_LENGTH = 400;

/** `3 red, 12 yellow` */
export function coloursText({ red, yellow }: Pick<ItemCount, 'red' | 'yellow'>): string {
  return `${countText(red)} red, ${countText(yellow)} yellow`;
}

/** `$1,234.50`, rounded once and after all sums. */
export function savingsText(savings: bigint): string {
  return formatMoney(savings, 'USD');
}

/** How much of each category is flagged. */
export function categoryLines({ categories }: Pick<AdvisorSummary, 'categories'>): string[] {
  return categories
    .filter(({ count }) => count.red + count.yellow > 0)
    .map(({ category, count }) => `• ${categoryName(category)}: ${coloursText(count)}`);
}

/** Items of a list, the first of which are named. */
export function itemLines(title: string, { first, count }: FirstOf<ListedItem>): string[] {
  if (count === 0) return [];
  const shown = first.slice(0, ITEMS_SHOWN).map(itemLine);
  const more = count - shown.length;
  return [`${title}:`, ...shown, ...(more > 0 ? [`• and ${countText(more)} more in the report`] : [])];
}

function itemLine({ account, check, item }: ListedItem): string {
  const where = item.region && item.region !== 'global' ? ` (${item.region})` : '';
  const name = oneLine(itemName(item), NAME_LENGTH);
  return `• ${categoryName(check.category)}: ${oneLine(check.name, NAME_LENGTH)}: ${name}${where}, ${accountLabel(account)}`;
}

/** The accounts with most to do; none where nothing is. */
export function accountLines({ accounts }: Pick<AdvisorSummary, 'accounts'>): string[] {
  const worst = accounts.filter(hasWork).slice(0, ACCOUNTS_SHOWN);
  return worst.length === 0
    ? []
    : [
        'Most to do:',
        ...worst.map(({ account, count }) => `• ${accountLabel(account)}: ${coloursText(count)}`),
      ];
}

function hasWork(account: CountedAccount): account is Required<CountedAccount> {
  return account.count !== undefined && account.count.red + account.count.yellow > 0;
}

/** What could be saved, by Trusted Advisor's own reckoning; none where it says nothing. */
export function savingsLines({ total }: Pick<AdvisorSummary, 'total'>): string[] {
  if (total.savings === 0n) return [];
  return [
    `Trusted Advisor reckons that ${savingsText(total.savings)} a month could be saved, with ${counted(total.saving, 'item')}.`,
  ];
}

/** The accounts that the figures do not see, or see as they were. */
export function unreadLines(summary: Pick<AdvisorSummary, 'accounts' | 'at'>): string[] {
  return toNotes(summary, NAMED_UNREAD).map((note) => oneLine(note, NOTE_LENGTH));
}
