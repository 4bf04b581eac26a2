import type { GroupKey, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

const dimension = (key: string): GroupKey => ({ type: 'DIMENSION', key });

export const SERVICE = dimension('SERVICE');
export const ACCOUNT = dimension('LINKED_ACCOUNT');
export const REGION = dimension('REGION');
/** The second key of nearly every query: it tells credits, refunds, tax and fees from usage for no further request. */
export const RECORD_TYPE = dimension('RECORD_TYPE');

/** Which key of the query's lines is the record type; -1 where none is. */
export function recordTypeIndexOf({ groupBy }: UsageQuery): number {
  return groupBy.findIndex(({ type, key }) => type === RECORD_TYPE.type && key === RECORD_TYPE.key);
}
