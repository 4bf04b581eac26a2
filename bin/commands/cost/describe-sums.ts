import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { SumGroup, TableSums } from '#bin/commands/cost/sum-rows.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { formatMoney } from '#lambdas/runtime/money.ts';

/** So many rows fit a screen; all of them are in the files. */
const MOST_ROWS = 20;
/** Each of these divides all costs anew: only what it divides adds up. */
const DIVIDERS = ['tag_key', 'cost_category'];

type Names = Pick<TableSums, 'keyNames' | 'sumNames'>;

/** The largest rows, what the others come to, and the sums of all. */
export function describeSums({ groups, ...names }: TableSums): string[] {
  const { keyNames, sumNames } = names;
  const others = groups.slice(MOST_ROWS);
  const count = `${others.length.toLocaleString('en-US')} more row${others.length === 1 ? '' : 's'}`;
  const rows = [
    ...groups.slice(0, MOST_ROWS).map((group) => rowOf(group, keyNames)),
    ...totals(others, names, () => count),
    ...sumRowsOf(groups, names),
  ];
  const headings = [...keyNames, ...sumNames].map((name) => name.replaceAll('_', ' ').toUpperCase());
  return textTable(
    [headings, ...rows],
    sumNames.map((_, index) => keyNames.length + index),
  );
}

/** All rows, for programs: exact decimals as texts. */
export function sumsData({ keyNames, sumNames, groups }: TableSums) {
  return groups.map(({ keys, currency, sums }) => ({
    ...Object.fromEntries(keyNames.map((name, index) => [name, keys[index] ?? ''])),
    currency,
    ...Object.fromEntries(sumNames.map((name, index) => [name, formatDecimal(sums[index] ?? 0n)])),
  }));
}

function rowOf({ keys, currency, sums }: SumGroup, keyNames: readonly string[]): string[] {
  return [
    ...keys.map((key, index) => key || emptyWord(keyNames[index])),
    ...sums.map((sum) => formatMoney(sum, currency)),
  ];
}

/** What has no such tag or cost category. */
function emptyWord(keyName = ''): string {
  return keyName.endsWith('_value') ? '(none)' : '';
}

/** Measures hold each other, net is gross with credits: they have no sum. */
function sumRowsOf(groups: SumGroup[], names: Names): string[][] {
  const [first = ''] = names.keyNames;
  if (names.keyNames.includes('measure')) return [];
  return totals(groups, names, ({ keys }) => (DIVIDERS.includes(first) ? `Sum of ${keys[0]}` : 'Sum'));
}

/** A row for each label and currency. */
function totals(
  groups: SumGroup[],
  { keyNames, sumNames }: Names,
  labelOf: (group: SumGroup) => string,
): string[][] {
  const alike = Map.groupBy(groups, (group) => `${group.currency}\0${labelOf(group)}`);
  return [...alike.values()].map((some) => {
    const [{ currency } = { currency: '' }] = some;
    const label = some[0] ? labelOf(some[0]) : '';
    const amounts = sumNames.map((_, index) =>
      some.reduce((total, { sums }) => total + (sums[index] ?? 0n), 0n),
    );
    return [
      ...keyNames.map((_, index) => (index === 0 ? label : '')),
      ...amounts.map((amount) => formatMoney(amount, currency)),
    ];
  });
}
