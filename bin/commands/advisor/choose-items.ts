import type { RowData } from '#bin/commands/advisor/row-data.ts';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import { SEVERITIES } from '#lambdas/contracts/observation.ts';
import { ITEM_STATUSES, type ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import type { KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { compareCategories } from '#lambdas/contracts/trusted-advisor/category-name.ts';

/** The colours of the console, and the API's words for them. */
const STATUSES: Record<string, ItemStatus> = {
  red: 'error',
  error: 'error',
  yellow: 'warning',
  warning: 'warning',
  blue: 'info',
  info: 'info',
};

/** Each given list must match by any of its entries; `*` stands for any run of characters. */
export type ItemFilter = {
  account: string[];
  category: string[];
  check: string[];
  status: string[];
  region: string[];
  /** Those that the settings mute, too. */
  muted: boolean;
};

/** The API's words for colours. */
function readStatuses(words: string[]): ItemStatus[] {
  return words.map((word) => {
    const status = STATUSES[word.toLowerCase()];
    if (status) return status;
    throw new UsageError(`--status must be ${Object.keys(STATUSES).join(', ')}.`);
  });
}

/** Whether an item is asked for. */
export function itemChooser({ account, category, check, status, region, muted }: ItemFilter) {
  const statuses = readStatuses(status);
  return (item: RowData): boolean =>
    (muted || item['muted_by'] === null) &&
    (statuses.length === 0 || statuses.some((each) => each === item['status'])) &&
    isAnyOf(account, item, ['account_id', 'account_name']) &&
    isAnyOf(category, item, ['category']) &&
    isAnyOf(check, item, ['check_id', 'check_name']) &&
    isAnyOf(region, item, ['region']);
}

/** A category or check that is asked for, though AWS offers none that is called so; undefined: there is none. */
export function unknownOf(
  { category, check }: Pick<ItemFilter, 'category' | 'check'>,
  offered: readonly KnownCheck[],
): string | undefined {
  const categories = offered.map((each) => each.category);
  const names = offered.flatMap(({ id, name }) => [id, name]);
  const isIn = (words: string[]) => (pattern: string) => words.some((word) => matchesGlob(pattern, word));
  return (
    category.find((pattern) => !isIn(categories)(pattern)) ?? check.find((pattern) => !isIn(names)(pattern))
  );
}

function isAnyOf(patterns: string[], item: RowData, columns: string[]): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((pattern) => columns.some((name) => matchesGlob(pattern, String(item[name] ?? ''))));
}

/** Worst first, security before all else. */
export function compareItems(one: RowData, other: RowData): number {
  const rank = (words: readonly string[], item: RowData, name: string) => {
    const at = words.indexOf(String(item[name]));
    return at < 0 ? words.length : at;
  };
  const text = (item: RowData) =>
    ['account_name', 'account_id', 'check_name', 'resource']
      .map((name) => String(item[name] ?? ''))
      .join('\0');
  return (
    compareCategories(String(one['category']), String(other['category'])) ||
    rank(ITEM_STATUSES, one, 'status') - rank(ITEM_STATUSES, other, 'status') ||
    rank(SEVERITIES, one, 'severity') - rank(SEVERITIES, other, 'severity') ||
    (text(one) < text(other) ? -1 : Number(text(one) > text(other)))
  );
}
