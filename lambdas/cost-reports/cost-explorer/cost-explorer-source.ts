import { type FetchPorts, fetchQuery } from '#lambdas/cost-reports/cost-explorer/fetch-query.ts';
import { rawPages } from '#lambdas/cost-reports/cost-explorer/raw-pages.ts';
import { readLines } from '#lambdas/cost-reports/cost-explorer/read-lines.ts';
import {
  isComplete,
  openAnswer,
  type StoredAnswer,
} from '#lambdas/cost-reports/cost-explorer/stored-answer.ts';
import type { CostQuery, OtherQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSource } from '#lambdas/cost-reports/cost-source.ts';
import type { ReportStore } from '#lambdas/runtime/report-store.ts';

/** Costs as Cost Explorer tells them, by way of the pages that the run has stored. */
export function costExplorerSource({
  store,
  run,
  ...ports
}: Omit<FetchPorts, 'raw'> & { store: ReportStore; run: string }): CostSource {
  const raw = rawPages(store, run);
  const complete = new Map<string, StoredAnswer>();

  async function completeAnswer(query: CostQuery): Promise<StoredAnswer> {
    const answer = complete.get(query.name) ?? (await openAnswer(query, raw));
    if (!isComplete(answer)) throw new Error('A query is read that is not complete');
    complete.set(query.name, answer);
    return answer;
  }

  return {
    name: 'Cost Explorer',

    fetch: async (query) => {
      const { answer, fetched } = await fetchQuery(await openAnswer(query, raw), { ...ports, raw });
      if (fetched.state === 'complete') complete.set(query.name, answer);
      return fetched;
    },

    async *lines(query: UsageQuery, month?: string) {
      const { folder, pages, names } = await completeAnswer(query);
      for (const [index, { held }] of pages.entries()) {
        if (month !== undefined && !held.has(month)) continue;
        const { answer } = await raw.read(folder, index + 1);
        const lines = readLines(answer, query, { month, names });
        if (lines.length > 0) yield lines;
      }
    },

    async *answers(query: OtherQuery) {
      const { folder, pages } = await completeAnswer(query);
      for (const index of pages.keys()) yield (await raw.read(folder, index + 1)).answer;
    },
  };
}
