import { createHash } from 'node:crypto';
import { rawRunPrefix } from '#lambdas/contracts/report-keys.ts';
import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { ExportFile } from '#lambdas/cost-reports/focus/export-files.ts';
import { addMonths, firstDayOf } from '#lambdas/cost-reports/periods.ts';

/** What a query asks of one billing period: from a day until another, exclusive. */
export type MonthQuestion = { query: UsageQuery; month: string; from: string; until: string };

export function monthQuestion(query: UsageQuery, month: string): MonthQuestion {
  const [first, next] = [firstDayOf(month), firstDayOf(addMonths(month, 1))];
  const { start, end } = query.period;
  return { query, month, from: start > first ? start : first, until: end < next ? end : next };
}

/**
 * Where the sums of a month are stored: by what was asked and by what the files held, whichever run reads them. A
 * delivery that nothing changed is not read twice, not in a repeat of the run and not next month.
 */
export function sumsKey({ query, month, from, until }: MonthQuestion, files: readonly ExportFile[]): string {
  const question = { by: query.groupBy, granularity: query.granularity, from, until };
  const name = `focus-${query.name}-${digestOf(question)}`;
  const run = digestOf(files.map(({ key, version }) => `${key} ${version}`).sort());
  return `${rawRunPrefix({ query: name, month, run })}sums.ndjson.gz`;
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
