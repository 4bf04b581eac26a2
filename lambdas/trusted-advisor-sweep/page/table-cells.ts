import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import { accountName } from '#lambdas/runtime/page/account-name.ts';
import type { ListedItem } from '#lambdas/trusted-advisor-sweep/count/listed-item.ts';
import { countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';
import { savingsText } from '#lambdas/trusted-advisor-sweep/digest/digest-lines.ts';

/** A count, sorted as a number. */
export function countCell(count: number): Markup {
  return markup`<td class="n" data-v="${count}">${countText(count)}</td>`;
}

/** An exact amount, rounded to be shown only. */
export function moneyCell(amount: bigint): Markup {
  return markup`<td class="n" data-v="${Number(amount)}">${savingsText(amount)}</td>`;
}

/** What an item is, which begins its row. Words of strangers cannot turn the text around them. */
export function itemCell({ item }: Pick<ListedItem, 'item'>): Markup {
  return markup`<th scope="row"><bdi>${itemName(item)}</bdi></th>`;
}

/** Which account it is in. */
export function accountCell({ account: { id, name } }: Pick<ListedItem, 'account'>): Markup {
  return markup`<td>${accountName(id, name)}</td>`;
}

/** Where it is; a dash where Trusted Advisor does not say. */
export function regionCell({ item }: Pick<ListedItem, 'item'>): Markup {
  return markup`<td><bdi>${item.region ?? '–'}</bdi></td>`;
}
