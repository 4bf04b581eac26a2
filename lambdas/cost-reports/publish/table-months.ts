import type { TableSchema } from '#lambdas/contracts/report.ts';
import { type CostRun, completeOf, usageOf } from '#lambdas/cost-reports/cost-run.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import type { PlannedQuery } from '#lambdas/cost-reports/plan/run-plan.ts';
import { mayWrite } from '#lambdas/cost-reports/publish/may-write.ts';

/** A month of a table that is to be written. */
export type TableMonth = {
  schema: TableSchema;
  month: string;
  /** Queries whose rows are made anew. */
  fresh: PlannedQuery[];
  /** Queries that have no answer, or nothing, for this month: their former rows stay. */
  kept: PlannedQuery[];
};

/** The months of tables that a run has something new for, table by table. */
export function tableMonths(run: CostRun): TableMonth[] {
  const { queries } = run.plan;
  const schemas = new Map(queries.flatMap(({ tables }) => tables.map((schema) => [schema.name, schema])));
  return [...schemas.values()].flatMap((schema) => {
    const parts = queries.filter(({ tables }) => tables.some(({ name }) => name === schema.name));
    const months = [...new Set(parts.flatMap(({ query }) => monthsIn(query.period)))].sort();
    return months.flatMap((month) => {
      const fresh = parts.filter((part) => isFresh(run, part, month));
      const kept = parts.filter((part) => !fresh.includes(part) && part.share);
      return fresh.length > 0 ? [{ schema, month, fresh, kept }] : [];
    });
  });
}

function isFresh(run: CostRun, { query }: PlannedQuery, month: string): boolean {
  if (!completeOf(run, query.name) || !monthsIn(query.period).includes(month)) return false;
  // A month without any costs takes no other's place: AWS forgets, and is late.
  const hasCosts = !usageOf(query) || run.scans.get(query.name)?.months.has(month) === true;
  return hasCosts && mayWrite(run, query.name, month);
}
