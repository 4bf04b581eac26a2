import { textTable } from '#bin/commands/command-line/text-table.ts';
import { priceWords } from '#bin/commands/cost/run-budget.ts';
import type { CostQuery } from '#lambdas/cost-reports/cost-query.ts';
import { addDays } from '#lambdas/cost-reports/periods.ts';
import type { PlannedQuery, RunPlan } from '#lambdas/cost-reports/plan/run-plan.ts';

const HEADINGS = ['REQUEST', 'FROM', 'TO', 'PAGES', 'FOR'];
const PAGES_COLUMN = 3;
/** So that a line fits a terminal. */
const TABLES_PER_LINE = 2;
const LONGEST_NAME = 36;

/** What a run asks, request by request, and its price; `isFree`: the source costs nothing. */
export function describePlan({ set, queries, expectedRequests }: RunPlan, isFree: boolean): string[] {
  return [
    `A ${set} run asks ${isFree ? 'a FOCUS export: 0 requests, $0.00' : priceWords(expectedRequests)}.`,
    '',
    ...textTable([HEADINGS, ...queries.flatMap(rowsOf)], [PAGES_COLUMN]),
  ];
}

/** The same for programs. */
export function planData({ set, today, queries, expectedRequests }: RunPlan) {
  return {
    set,
    today,
    expectedRequests,
    queries: queries.map(({ query, tables, expectedPages }) => ({
      name: query.name,
      operation: query.operation,
      period: query.period,
      groupBy: groupsOf(query),
      tables: tables.map(({ name }) => name),
      expectedPages,
    })),
  };
}

function rowsOf({ query: { name, period }, tables, expectedPages }: PlannedQuery): string[][] {
  const names = tables.map((table) => table.name);
  const lines = Array.from({ length: Math.ceil(names.length / TABLES_PER_LINE) }, (_, line) =>
    names.slice(line * TABLES_PER_LINE, (line + 1) * TABLES_PER_LINE).join(', '),
  );
  const [first = 'comparison', ...others] = lines;
  return [
    // Cost Explorer names the day after the last.
    [shorten(name), period.start, addDays(period.end, -1), String(expectedPages), first],
    ...others.map((line) => ['', '', '', '', line]),
  ];
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** `SERVICE`, `tag team`, `cost category Environment` */
function groupsOf(query: CostQuery): string[] {
  if (query.operation !== 'GetCostAndUsage') return [];
  return query.groupBy.map(({ type, key }) =>
    type === 'DIMENSION' ? key : `${type.toLowerCase().replace('_', ' ')} ${key}`,
  );
}
