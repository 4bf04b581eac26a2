import { type CostReport, GROUPED_REPORTS, type GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { Row, TableSchema } from '#lambdas/contracts/report.ts';
import { type AnswerReport, answerRows } from '#lambdas/cost-reports/build-tables/answer-rows.ts';
import { lineRows } from '#lambdas/cost-reports/build-tables/line-rows.ts';
import { recordTypeRows, totalRows } from '#lambdas/cost-reports/build-tables/sum-rows.ts';
import type { OtherQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { type CostRun, completeOf } from '#lambdas/cost-reports/cost-run.ts';
import { monthOf } from '#lambdas/cost-reports/periods.ts';
import type { PlannedQuery } from '#lambdas/cost-reports/plan/run-plan.ts';

const CURRENCY = 'USD';

/** The rows that a complete query gives a table in a month, some thousands at a time. */
export async function* tableRows(
  run: CostRun,
  schema: TableSchema,
  month: string,
  { query, share }: PlannedQuery,
): AsyncGenerator<readonly Row[]> {
  const report = reportOf(schema);
  if (query.operation === 'GetCostAndUsage') {
    yield* costRows(run, report as GroupedReport, month, query, share?.value);
  } else {
    yield await rowsOfAnswers(run, report as AnswerReport, month, query, share?.value);
  }
}

/** The report that a table is of: `services-daily` is one of two of `services`. */
function reportOf({ name }: TableSchema): CostReport {
  return (
    GROUPED_REPORTS.find((report) => name === `${report}-daily` || name === `${report}-monthly`) ??
    (name as AnswerReport)
  );
}

async function* costRows(
  run: CostRun,
  report: GroupedReport,
  month: string,
  query: UsageQuery,
  share: string | undefined,
): AsyncGenerator<readonly Row[]> {
  const { granularity } = query;
  const context = { granularity, fetchedAt: fetchedAtOf(run, query.name), share, nameOf: namesOf(run) };
  const periods = run.scans.get(query.name)?.months.get(month) ?? [];
  if (report === 'total') yield totalRows(periods, context);
  else if (report === 'record-types') yield recordTypeRows(periods, context);
  else yield* lineRows(report, run.source.lines(query, month), context);
}

async function rowsOfAnswers(
  run: CostRun,
  report: AnswerReport,
  month: string,
  query: OtherQuery,
  share: string | undefined,
): Promise<Row[]> {
  const { period, input } = query;
  const rows = await answerRows(report, run.source.answers(query), {
    period,
    input,
    share,
    fetchedAt: fetchedAtOf(run, query.name),
    currency: currencyOf(run),
    basis: run.settings.basis,
    nameOf: namesOf(run),
  });
  return rows.filter(([start]) => monthOf(String(start)) === month);
}

function fetchedAtOf(run: CostRun, name: string): string {
  return completeOf(run, name)?.fetchedAt ?? '';
}

function namesOf({ settings }: CostRun): (account: string) => string | undefined {
  const names = new Map(settings.accounts.map(({ id, name }) => [id, name]));
  return (account) => names.get(account);
}

/** AWS says it of costs, not of commitments. */
function currencyOf({ scans }: CostRun): string {
  for (const { months } of scans.values()) {
    for (const [period] of months.values()) if (period) return period.currency;
  }
  return CURRENCY;
}
