import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { CostSettings } from '#lambdas/contracts/settings.ts';
import { CapReachedError } from '#lambdas/cost-reports/cost-explorer/cap-reached-error.ts';
import type { RequestCount } from '#lambdas/cost-reports/cost-state.ts';
import { type ReportStore, readJson, writeJson } from '#lambdas/runtime/report-store.ts';

export type RequestCounter = ReturnType<typeof requestCounter>;

/**
 * Counts billed requests in the report store, before they are sent: a crash may count one too many, never one
 * too few. Runs come one after the other, so nobody else writes in between.
 */
export function requestCounter(
  store: Pick<ReportStore, 'read' | 'write'>,
  caps: CostSettings['caps'],
  run: string,
  now: () => Date,
) {
  /** Of the latest reservation: what is given back after midnight of the first belongs to the month before. */
  let reservedIn: string | undefined;

  const keyOf = (month: string) => stateKey('cost-reports', `requests-${month}`);
  const thisMonth = () => now().toISOString().slice(0, 7);
  const countOf = async (month: string) =>
    (await readJson<RequestCount>(store, keyOf(month))) ?? { total: 0, runs: {} };

  async function add(month: string, count: RequestCount, requests: number): Promise<void> {
    const ofRun = (count.runs[run] ?? 0) + requests;
    const counted = { total: count.total + requests, runs: { ...count.runs, [run]: ofRun } };
    await writeJson(store, keyOf(month), counted);
  }

  /** A run that began before midnight of the first has requests in two months. */
  async function spentBy(month: string, count: RequestCount) {
    const began = run.slice(0, 7);
    const before = began === month ? undefined : await countOf(began);
    return { run: (count.runs[run] ?? 0) + (before?.runs[run] ?? 0), month: count.total };
  }

  return {
    /** Counts a request that is about to be sent. Throws CapReachedError instead where a cap forbids it. */
    async reserve(): Promise<void> {
      const month = thisMonth();
      const count = await countOf(month);
      const spent = await spentBy(month, count);
      for (const cap of ['run', 'month'] as const) {
        if (spent[cap] >= caps[cap]) throw new CapReachedError(cap, { limit: caps[cap], spent: spent[cap] });
      }
      await add(month, count, 1);
      reservedIn = month;
    },

    /** The latest reserved request was refused, or never sent: nobody pays for it. */
    async giveBack(): Promise<void> {
      if (reservedIn === undefined) return;
      const month = reservedIn;
      reservedIn = undefined;
      await add(month, await countOf(month), -1);
    },

    async spent(): Promise<{ run: number; month: number }> {
      const month = thisMonth();
      return spentBy(month, await countOf(month));
    },
  };
}
