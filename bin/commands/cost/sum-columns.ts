import type { Row } from '#lambdas/contracts/report.ts';
import { BASES, type Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { Measure } from '#lambdas/cost-reports/measure.ts';
import { categoryOf } from '#lambdas/cost-reports/record-type.ts';

/** The columns of sums: measures on one basis where rows tell their record type, else every basis. */
export type SumColumns = {
  names: readonly string[];
  /** The columns that a row counts for, by their places. */
  columnsOf: (row: Row) => readonly number[];
  /** Names of columns of the table that are told by these, and are no keys. */
  consumed: readonly string[];
};

const SHOWN = ['gross', 'credits', 'refunds', 'net'] as const satisfies readonly Measure[];

/** `names`: of the columns of the table. Where a record type is the only key it is none to be summed away. */
export function sumColumns(names: readonly string[], basis: Basis): SumColumns {
  const basisAt = names.indexOf('basis');
  const recordTypeAt = names.indexOf('record_type');
  if (recordTypeAt < 0 || names.includes('category')) {
    return { names: BASES, columnsOf: (row) => [BASES.indexOf(row[basisAt] as Basis)], consumed: [] };
  }
  return {
    names: SHOWN,
    columnsOf: (row) => (row[basisAt] === basis ? shownFor(String(row[recordTypeAt])) : []),
    consumed: ['record_type'],
  };
}

function shownFor(recordType: string): number[] {
  const category = categoryOf(recordType);
  const own: Measure = category === 'credits' || category === 'refunds' ? category : 'gross';
  return [SHOWN.indexOf(own), SHOWN.indexOf('net')];
}
