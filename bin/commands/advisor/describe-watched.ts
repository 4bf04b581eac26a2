import type { WatchedCheck } from '#bin/commands/advisor/watched-checks.ts';
import { textTable } from '#bin/commands/command-line/text-table.ts';
import { categoryName, compareCategories } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { counted, countText } from '#lambdas/trusted-advisor-sweep/count-text.ts';

/** How many checks are watched by category, and why others are not. `all`: each by its name. */
export function describeWatched(checks: readonly WatchedCheck[], all: boolean): string[] {
  const watched = checks.filter(({ notWatched }) => notWatched === undefined);
  const others = Map.groupBy(
    checks.filter(({ notWatched }) => notWatched !== undefined),
    ({ notWatched }) => String(notWatched),
  );
  return [
    `${countText(watched.length)} of ${counted(checks.length, 'check')} are watched.`,
    '',
    ...(all ? listOf(checks) : categoriesOf(watched)),
    ...(others.size > 0 ? [''] : []),
    ...[...others].map(([reason, some]) => `Not watched, ${reason}: ${countText(some.length)}.`),
    ...(all ? [] : ['--all names each of them.']),
  ];
}

function categoriesOf(watched: readonly WatchedCheck[]): string[] {
  const byCategory = [...Map.groupBy(watched, ({ category }) => category)].sort(([one], [other]) =>
    compareCategories(one, other),
  );
  const sum = (some: readonly WatchedCheck[], name: 'red' | 'yellow' | 'info') =>
    countText(some.reduce((total, check) => total + check[name], 0));
  const rows = byCategory.map(([category, some]) => [
    categoryName(category),
    countText(some.length),
    sum(some, 'red'),
    sum(some, 'yellow'),
    sum(some, 'info'),
  ]);
  return textTable([['CATEGORY', 'WATCHED', 'RED', 'YELLOW', 'INFO'], ...rows], [1, 2, 3, 4]);
}

function listOf(checks: readonly WatchedCheck[]): string[] {
  const rows = checks.map(({ id, category, name, red, yellow, info, notWatched = 'yes' }) => [
    id,
    category,
    name,
    countText(red),
    countText(yellow),
    countText(info),
    notWatched,
  ]);
  return textTable([['ID', 'CATEGORY', 'CHECK', 'RED', 'YELLOW', 'INFO', 'WATCHED'], ...rows], [3, 4, 5]);
}
