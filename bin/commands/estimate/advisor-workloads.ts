import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import { PER_MESSAGE, type Scale, type Workload } from '#bin/commands/estimate/work.ts';

/** A reading of an account: its checks, their summaries, the results of those that flag something, refreshes. */
const READING_MS = 60_000;
/** Accounts that a run reads side by side. */
const AT_ONCE = 10;
const ITEMS_PER_BATCH = 20;

export const advisorEvents = ({ accounts }: Scale) =>
  accounts * ASSUMED.advisorItemsPerAccount * DAYS_PER_MONTH;

/** The work of the functions about Trusted Advisor. */
export const advisorWorkloads: Record<string, Workload> = {
  'trusted-advisor-alerts': (scale) => {
    const { accounts } = scale;
    // Each item that is flagged is refreshed once a day, and its row says when it was seen so.
    const events = advisorEvents(scale);
    const changes = accounts * ASSUMED.advisorChangesPerAccount;
    const batches = events / ITEMS_PER_BATCH;
    return {
      runs: batches,
      milliseconds: events * 20,
      queueRequests: events * PER_MESSAGE,
      tableReads: events,
      tableWrites: events + changes * 2,
      ledgerKilobytes: accounts * ASSUMED.advisorItemsPerAccount,
      observations: changes,
      alerts: changes / 2 / ASSUMED.findingsPerAlert,
    };
  },

  'trusted-advisor-sweep': ({ accounts }, { scheduled }) => {
    const readings = accounts * DAYS_PER_MONTH;
    const kilobytes = accounts * ASSUMED.advisorItemsPerAccount;
    return {
      runs: scheduled,
      milliseconds: (readings / AT_ONCE) * READING_MS,
      // A row of an item is a kilobyte, and eight are read a unit.
      tableReads: readings * (2 + ASSUMED.advisorItemsPerAccount / 8),
      tableWrites: readings * 2,
      files: readings + DAYS_PER_MONTH * 12,
      // Those of a month ago are kept as versions.
      fileKilobytes: kilobytes * 4,
      observations: DAYS_PER_MONTH * 2,
      alerts: DAYS_PER_MONTH,
    };
  },
};
