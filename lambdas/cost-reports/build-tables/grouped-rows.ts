import type { Cell, Row } from '#lambdas/contracts/report.ts';
import { type Amounts, BASES } from '#lambdas/cost-reports/cost-line.ts';
import type { Granularity } from '#lambdas/cost-reports/cost-query.ts';

/** What the rows of a period have in common. */
export type RowPeriod = { start: string; end: string; currency: string; estimated: boolean };

/** One row for each basis: the columns of every report of costs, with its own keys in the middle. */
export function groupedRows(
  { start, end, currency, estimated }: RowPeriod,
  keys: readonly Cell[],
  amounts: Amounts,
  { granularity, fetchedAt }: { granularity: Granularity; fetchedAt: string },
): Row[] {
  return BASES.map((basis) => [
    start,
    end,
    granularity,
    ...keys,
    basis,
    currency,
    amounts[basis],
    estimated,
    fetchedAt,
  ]);
}
