import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource, Fetched } from '#lambdas/cost-reports/cost-source.ts';
import type { ExportPlace } from '#lambdas/cost-reports/focus/export-files.ts';
import { ExportRefusal } from '#lambdas/cost-reports/focus/export-refusal.ts';
import { type FetchPorts, fetchMonths } from '#lambdas/cost-reports/focus/fetch-months.ts';
import { focusNotes } from '#lambdas/cost-reports/focus/focus-notes.ts';
import { monthQuestion, sumsKey } from '#lambdas/cost-reports/focus/month-question.ts';
import { type OpenExport, openExport } from '#lambdas/cost-reports/focus/open-export.ts';
import { readSums } from '#lambdas/cost-reports/focus/stored-sums.ts';
import { toLine } from '#lambdas/cost-reports/focus/to-line.ts';
import { unsupportedMessage } from '#lambdas/cost-reports/focus/unsupported-message.ts';
import { dayOf, firstDayOf, monthOf, monthsIn } from '#lambdas/cost-reports/periods.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

type Ports = Omit<FetchPorts, 'store'> & { store: ReportStore; place: ExportPlace; now: () => Date };

/**
 * Costs of a FOCUS export of AWS Data Exports: no request is billed. The sums of each month are kept among the raw
 * files of reports, where lines are read from.
 */
export function focusSource({ files, store, place, now, hasTime }: Ports): CostSource {
  let announced: readonly UsageQuery[] = [];
  let opened: OpenExport | undefined;

  async function* batches(query: UsageQuery, months: readonly string[]) {
    const { has, filesOf } = (opened ??= await openExport(files, place, now()));
    for (const month of months.filter(has)) {
      const question = monthQuestion(query, month);
      const key = sumsKey(question, await filesOf(month));
      for await (const batch of readSums(store, key)) yield { question, ...batch };
    }
  }

  /** Without days yesterday would cost nothing, and the 1st everything. */
  async function refuseWithoutDays(query: UsageQuery): Promise<void> {
    if (query.granularity !== 'DAILY') return;
    const over = monthsIn(query.period).filter((month) => month < monthOf(dayOf(now())));
    for await (const { question, isOfFirstDay } of batches(query, over)) {
      if (isOfFirstDay) throw new ExportRefusal('unavailable', daysMessage(question.month));
    }
  }

  async function fetchUsage(query: UsageQuery): Promise<Fetched> {
    const found = (opened ??= await openExport(files, place, now()));
    await fetchMonths(query, announced, found, { files, store, hasTime });
    await refuseWithoutDays(query);
    const missing = monthsIn(query.period).filter(
      (month) => !found.has(month) && firstDayOf(month) < dayOf(now()),
    );
    return { state: 'complete', fetchedAt: found.openedAt, pages: 1, notes: focusNotes(query, missing) };
  }

  return {
    name: 'FOCUS export',

    announce: (queries) => {
      announced = queries.flatMap((query) => (query.operation === 'GetCostAndUsage' ? [query] : []));
    },

    fetch: async (query) => {
      if (query.operation !== 'GetCostAndUsage') {
        return { state: 'refused', reason: 'unsupported', message: unsupportedMessage(query) };
      }
      try {
        return await fetchUsage(query);
      } catch (error) {
        if (!(error instanceof ExportRefusal)) throw error;
        return { state: 'refused', reason: error.reason, message: error.message };
      }
    },

    async *lines(query, month) {
      const months = month === undefined ? monthsIn(query.period) : [month];
      const running = monthOf(dayOf(now()));
      for await (const { question, names, sums } of batches(query, months)) {
        const context = { question, names, estimated: question.month >= running };
        if (sums.length > 0) yield sums.map((sum) => toLine(sum, context));
      }
    },

    answers: () => {
      throw new Error('An export has no answers but costs');
    },
  };
}

function daysMessage(month: string): string {
  return `All costs of ${month} are filed under its first day: create the export with TIME_GRANULARITY DAILY or HOURLY for costs by day.`;
}
