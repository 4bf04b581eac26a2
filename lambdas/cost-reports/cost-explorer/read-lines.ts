import { readAmounts } from '#lambdas/cost-reports/cost-explorer/read-amounts.ts';
import { metricsIn, type PeriodResult, periodsIn } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';
import type { CostLine } from '#lambdas/cost-reports/cost-line.ts';
import type { GroupKey, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

const NAMED_KEY = 'LINKED_ACCOUNT';

export type Reading = {
  /** `YYYY-MM`: only what begins in it. */
  month?: string | undefined;
  /** Names of accounts by id, from all pages of the query. */
  names: ReadonlyMap<string, string>;
};

/** The lines of one page: a group of a period each, or a period where nothing was grouped by. */
export function readLines(
  answer: unknown,
  { groupBy }: Pick<UsageQuery, 'groupBy'>,
  { month, names }: Reading,
): CostLine[] {
  const nameOf = (value: string, { type, key }: GroupKey) =>
    type === 'DIMENSION' && key === NAMED_KEY ? names.get(value) : undefined;

  function linesOf(result: PeriodResult): CostLine[] {
    const { TimePeriod, Groups = [], Estimated } = result;
    const period = { start: TimePeriod.Start, end: TimePeriod.End, estimated: Estimated !== false };
    return metricsIn(result, groupBy.length > 0).map((metrics, index) => {
      const values = Groups[index]?.Keys ?? [];
      if (values.length !== groupBy.length)
        throw new Error('A group of Cost Explorer has other keys than asked');
      const keys = groupBy.map((group, at) => withoutPrefix(values[at] ?? '', group));
      const keyNames = groupBy.map((group, at) => nameOf(keys[at] ?? '', group));
      return { ...period, keys, keyNames, ...readAmounts(metrics) };
    });
  }

  return periodsIn(answer)
    .filter(({ TimePeriod }) => month === undefined || TimePeriod.Start.startsWith(month))
    .flatMap(linesOf);
}

/**
 * Of a tag AWS writes `Key$value`, and `Key$` where there is none. Keys and values may hold `$` themselves, so
 * the key that was asked for is taken off rather than the text split.
 */
function withoutPrefix(value: string, { type, key }: GroupKey): string {
  const prefix = `${key}$`;
  return type !== 'DIMENSION' && value.startsWith(prefix) ? value.slice(prefix.length) : value;
}
