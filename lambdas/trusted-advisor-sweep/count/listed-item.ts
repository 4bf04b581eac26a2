import { SEVERITIES } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { ITEM_STATUSES } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { compareCategories } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { itemSavings } from '#lambdas/trusted-advisor-sweep/count/item-savings.ts';
import type { SnapshotItem } from '#lambdas/trusted-advisor-sweep/snapshot.ts';

/** An item in a list of many accounts. */
export type ListedItem = SnapshotItem & { account: Account };

/** Worst first: security before all else, then by colour, severity, account and check. */
export function compareWorst(one: ListedItem, other: ListedItem): number {
  return (
    compareCategories(one.check.category, other.check.category) ||
    ITEM_STATUSES.indexOf(one.item.status) - ITEM_STATUSES.indexOf(other.item.status) ||
    severityRank(one) - severityRank(other) ||
    compareNames(one, other)
  );
}

/** The fullest limits first. */
export function compareLimits(one: ListedItem, other: ListedItem): number {
  return percentOf(other) - percentOf(one) || compareNames(one, other);
}

/** What saves most first. */
export function compareSavings(one: ListedItem, other: ListedItem): number {
  const difference = (itemSavings(other) ?? 0n) - (itemSavings(one) ?? 0n);
  return difference === 0n ? compareNames(one, other) : difference > 0n ? 1 : -1;
}

function compareNames(one: ListedItem, other: ListedItem): number {
  return compareTexts(nameOf(one), nameOf(other));
}

/** The same on each machine: no locale. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function nameOf({ account, check, key }: ListedItem): string {
  return [account.name ?? '', account.id, check.name, key].join('\0');
}

function severityRank({ severity }: ListedItem): number {
  return severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity);
}

function percentOf({ item }: ListedItem): number {
  return limitUseOf(item.fields)?.percent ?? 0;
}
