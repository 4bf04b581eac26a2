import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import type { Scale, Workload } from '#bin/commands/estimate/work.ts';

/** A reading of an account's open cases. */
const READING_MS = 1500;
/** Accounts that a run reads side by side. */
const AT_ONCE = 10;
/** Two queries of an account, by the sweep of trackers. */
const COMPARING_MS = 10;
/** A comment and a state in a tracker. */
const MIRRORING_MS = 3000;
/** A signature is checked; a comment of ours, which each message makes, ends there. */
const HEARING_MS = 20;
/** An event is looked at up to three times, until AWS shows what it announced. */
const LOOKS = 2;

export const caseEvents = ({ accounts }: Scale) =>
  accounts * ASSUMED.casesPerAccount * ASSUMED.messagesPerCase;

/** The work of the functions about support cases. The Support API itself is free. */
export const supportWorkloads: Record<string, Workload> = {
  'case-trackers': (scale, { scheduled }) => {
    const { accounts } = scale;
    const events = caseEvents(scale);
    return {
      runs: scheduled + events,
      milliseconds: scheduled * (500 + accounts * COMPARING_MS) + events * MIRRORING_MS,
      // The directory, and of each account its cases and what trackers were told.
      tableReads: scheduled * (1 + accounts * 2) + events * 4,
      // Before and after each comment and each state.
      tableWrites: events * 6,
      ledgerKilobytes: accounts * ASSUMED.casesPerAccount * ASSUMED.ledgerMonths * 2,
      files: events,
      decryptions: events,
    };
  },

  // At most a comment of each message, whoever wrote it.
  'tracker-hooks': (scale) => {
    const events = caseEvents(scale);
    return { runs: events, milliseconds: events * HEARING_MS, decryptions: events };
  },

  'support-cases': (scale, { scheduled }) => {
    const { accounts } = scale;
    const events = caseEvents(scale);
    const sweeps = Math.max(0, scheduled - DAYS_PER_MONTH);
    const readings = sweeps * accounts;
    const cases = accounts * ASSUMED.casesPerAccount;
    return {
      runs: scheduled + events * LOOKS,
      milliseconds: (readings / AT_ONCE) * READING_MS + events * LOOKS * READING_MS,
      // How the last reading went, and the rows of what is open.
      tableReads: readings * 2 + events * 3,
      tableWrites: readings + events * 3,
      ledgerKilobytes: cases * ASSUMED.ledgerMonths * 2,
      // Each news makes a thread of two objects anew; the former ones are deleted.
      files: events * 2 + DAYS_PER_MONTH * 6,
      fileKilobytes: cases * ASSUMED.ledgerMonths * ASSUMED.caseKilobytes,
      observations: events,
      alerts: cases,
    };
  },
};
