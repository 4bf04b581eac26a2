import type { Row } from '#lambdas/contracts/report.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { CoverageCell } from '#lambdas/tag-coverage/judge/coverage-counts.ts';
import { resourcesOf } from '#lambdas/tag-coverage/judge/key-count.ts';

const ROWS_AT_ONCE = 1000;

/** The cells as rows of `TAG_COVERAGE`. */
export function* coverageRows(
  date: string,
  cells: readonly CoverageCell[],
  accountOf: (id: string) => Account,
): Generator<Row[]> {
  for (let from = 0; from < cells.length; from += ROWS_AT_ONCE) {
    yield cells.slice(from, from + ROWS_AT_ONCE).map(({ account: id, region, type, key, count }) => {
      const { name = '', ou = '' } = accountOf(id);
      const { compliant, missing, blank, wrongValue, nearMisses, exempt } = count;
      const counts = [resourcesOf(count), compliant, missing, blank, wrongValue, nearMisses, exempt];
      return [date, id, name, ou, region, type, key, ...counts];
    });
  }
}
