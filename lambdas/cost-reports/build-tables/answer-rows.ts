import type { CostReport, GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import type { AnswerContext } from '#lambdas/cost-reports/build-tables/answer-parts.ts';
import { driverRows } from '#lambdas/cost-reports/build-tables/driver-rows.ts';
import { forecastRows } from '#lambdas/cost-reports/build-tables/forecast-rows.ts';
import { recommendationRows } from '#lambdas/cost-reports/build-tables/recommendation-rows.ts';
import { coverageRows, utilizationRows } from '#lambdas/cost-reports/build-tables/reservation-rows.ts';
import {
  planCoverageRows,
  planUtilizationRows,
} from '#lambdas/cost-reports/build-tables/savings-plan-rows.ts';

/** Reports that are made of answers rather than of lines of costs. */
export type AnswerReport = Exclude<CostReport, GroupedReport>;

const ROWS_OF: Record<AnswerReport, (answer: unknown, context: AnswerContext) => Row[]> = {
  'ri-coverage': coverageRows,
  'ri-utilization': utilizationRows,
  'ri-recommendations': recommendationRows,
  'sp-coverage': planCoverageRows,
  'sp-utilization': planUtilizationRows,
  'comparison-drivers': driverRows,
  forecast: forecastRows,
};

/** All rows of a query's answers: as many as there are months, or things to buy. */
export async function answerRows(
  report: AnswerReport,
  answers: AsyncIterable<unknown>,
  context: AnswerContext,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const answer of answers) rows.push(...ROWS_OF[report](answer, context));
  return rows;
}
