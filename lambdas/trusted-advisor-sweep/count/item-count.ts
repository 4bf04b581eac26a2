import { itemSavings } from '#lambdas/trusted-advisor-sweep/count/item-savings.ts';
import type { SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/**
 * Items by their colour. Muted ones count as the others do, and once more as `muted`. `saving`: how many would save
 * something. `savings`: what they would, an exact decimal.
 */
export type ItemCount = {
  red: number;
  yellow: number;
  info: number;
  muted: number;
  saving: number;
  savings: bigint;
};

export function noCount(): ItemCount {
  return { red: 0, yellow: 0, info: 0, muted: 0, saving: 0, savings: 0n };
}

/** Counts an item into each of these. */
export function countItem(flagged: SnapshotItem, counts: readonly ItemCount[]): void {
  const { status } = flagged.item;
  const savings = itemSavings(flagged);
  for (const count of counts) {
    if (status === 'error') count.red += 1;
    else if (status === 'warning') count.yellow += 1;
    else if (status === 'info') count.info += 1;
    if (flagged.mutedBy !== undefined) count.muted += 1;
    if (savings === undefined) continue;
    count.saving += 1;
    count.savings += savings;
  }
}

/** Those with most to do first. */
export function compareCounts(one: ItemCount, other: ItemCount): number {
  const savings = other.savings - one.savings;
  return other.red - one.red || other.yellow - one.yellow || (savings > 0n ? 1 : savings < 0n ? -1 : 0);
}
