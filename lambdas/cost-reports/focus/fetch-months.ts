import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { ExportFiles } from '#lambdas/cost-reports/focus/export-files.ts';
import { isKnownKey } from '#lambdas/cost-reports/focus/key-of-charge.ts';
import { type MonthQuestion, monthQuestion, sumsKey } from '#lambdas/cost-reports/focus/month-question.ts';
import type { OpenExport } from '#lambdas/cost-reports/focus/open-export.ts';
import { readMonth } from '#lambdas/cost-reports/focus/read-month.ts';
import { writeSums } from '#lambdas/cost-reports/focus/stored-sums.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

export type FetchPorts = {
  files: ExportFiles;
  store: Pick<ReportStore, 'list' | 'write'>;
  /** Whether there is time for one more month. */
  hasTime: () => boolean;
};

/**
 * Sums and stores the months of a query, and in the same pass those of the queries that are still to come: the
 * files of a month are read once. A month that is stored is not read again.
 */
export async function fetchMonths(
  query: UsageQuery,
  others: readonly UsageQuery[],
  opened: OpenExport,
  { files, store, hasTime }: FetchPorts,
): Promise<void> {
  const isStored = async (key: string) => (await store.list(key)).length > 0;
  const answerable = others.filter((other) => other.name !== query.name && other.groupBy.every(isKnownKey));

  for (const month of monthsIn(query.period).filter(opened.has)) {
    const current = await opened.filesOf(month);
    const keyOf = (question: MonthQuestion) => sumsKey(question, current);
    const question = monthQuestion(query, month);
    if (await isStored(keyOf(question))) continue;
    if (!hasTime()) {
      throw new RetryLaterError('No time left for the next month of the export', { afterSeconds: 1 });
    }
    const questions = [question];
    for (const other of answerable.filter(({ period }) => monthsIn(period).includes(month))) {
      const further = monthQuestion(other, month);
      if (!(await isStored(keyOf(further)))) questions.push(further);
    }
    const growing = await readMonth(files, current, questions);
    for (const [index, sums] of growing.entries()) {
      const asked = questions[index];
      if (asked) await writeSums(store, keyOf(asked), sums);
    }
  }
}
