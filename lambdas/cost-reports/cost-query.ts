import type { CostOperation } from '#lambdas/contracts/cost-operations.ts';

/** Start inclusive, end exclusive, `YYYY-MM-DD` in UTC, as in all of Cost Explorer. */
export type Period = { start: string; end: string };
export type Granularity = 'DAILY' | 'MONTHLY';
export type GroupKey = { type: 'DIMENSION' | 'TAG' | 'COST_CATEGORY'; key: string };

/**
 * One question to a source of costs, whatever the number of its pages. `name` is unique within a run and stands
 * in the keys of raw pages, in plans and in errors: `services-monthly`, `tag-team-monthly`.
 */
export type CostQuery = UsageQuery | OtherQuery;

/** Costs by two keys at most. All cost metrics are asked at once: one request serves every basis. */
export type UsageQuery = {
  operation: 'GetCostAndUsage';
  name: string;
  granularity: Granularity;
  period: Period;
  groupBy: readonly GroupKey[];
};

/** `input`: what the operation takes, without its page token. `mostPages`: what lies behind is not asked for. */
export type OtherQuery = {
  operation: Exclude<CostOperation, 'GetCostAndUsage'>;
  name: string;
  period: Period;
  input: Readonly<Record<string, unknown>>;
  mostPages?: number;
};
