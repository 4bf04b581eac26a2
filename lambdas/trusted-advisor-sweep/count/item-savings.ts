import { savingsOf } from '#lambdas/contracts/trusted-advisor/item-savings.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import type { SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** US dollars a month that an item would save, as an exact decimal; undefined where Trusted Advisor says none. */
export function itemSavings({ item }: Pick<SnapshotItem, 'item'>): bigint | undefined {
  const amount = savingsOf(item.fields);
  return amount === undefined ? undefined : parseDecimal(amount);
}
