import type { TableSchema } from '#lambdas/contracts/report.ts';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';

/** All that a run will ask, before anything is asked. */
export type RunPlan = {
  run: string;
  set: RunSet;
  /** The day of the run, `YYYY-MM-DD` in UTC. */
  today: string;
  queries: PlannedQuery[];
  /** Requests with the pages that each query had the last time, else one. */
  expectedRequests: number;
};

export type PlannedQuery = {
  query: CostQuery;
  /** The tables that are made of it. */
  tables: TableSchema[];
  /** Where several queries fill a table: the column and its value that tell the rows of this one. */
  share?: { column: string; value: string };
  expectedPages: number;
};

/** Dollars a request, whatever its pages hold. https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/ */
export const DOLLARS_PER_REQUEST = 0.01;
