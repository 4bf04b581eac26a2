import type { RowData } from '#bin/commands/advisor/row-data.ts';
import type { KnownCheck } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { compareCategories } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { type CheckChoice, reasonNotWatched } from '#lambdas/contracts/trusted-advisor/select-checks.ts';

/** `notWatched`: why; absent: it is watched. Items of all accounts, by colour. */
export type WatchedCheck = {
  id: string;
  name: string;
  category: string;
  source?: string;
  notWatched?: string;
  red: number;
  yellow: number;
  info: number;
};

const COLOURS: Record<string, 'red' | 'yellow' | 'info'> = { error: 'red', warning: 'yellow', info: 'info' };

/** Counts items by their check; one that AWS has taken back since is still counted. */
export function checkCounts() {
  const counts = new Map<string, { red: number; yellow: number; info: number }>();
  return {
    add(item: RowData): void {
      const id = String(item['check_id']);
      const count = counts.get(id) ?? { red: 0, yellow: 0, info: 0 };
      counts.set(id, count);
      const colour = COLOURS[String(item['status'])];
      if (colour) count[colour] += 1;
    },
    of: (id: string) => counts.get(id) ?? { red: 0, yellow: 0, info: 0 },
  };
}

/** What AWS offers and what these settings make of it; security first, watched ones before others. */
export function watchedChecks(
  checks: readonly KnownCheck[],
  choice: CheckChoice,
  countOf: (id: string) => Pick<WatchedCheck, 'red' | 'yellow' | 'info'>,
): WatchedCheck[] {
  return checks
    .map(({ id, name, category, source }) => {
      const check = { id, name, category, ...(source ? { source } : {}) };
      const notWatched = reasonNotWatched(check, choice);
      return { ...check, ...(notWatched ? { notWatched } : {}), ...countOf(id) };
    })
    .sort(
      (one, other) =>
        Number(one.notWatched !== undefined) - Number(other.notWatched !== undefined) ||
        compareCategories(one.category, other.category) ||
        (one.name < other.name ? -1 : 1),
    );
}
