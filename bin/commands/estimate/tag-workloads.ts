import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { PER_MESSAGE, type Scale, type Workload } from '#bin/commands/estimate/work.ts';

const ROWS_PER_PAGE = 100;
/** Where it is said that not all was seen. */
const LONGEST_SWEEP_MS = 15 * 60_000;

export const tagEvents = ({ accounts }: Scale) => accounts * ASSUMED.tagEventsPerAccount;

/** The work of the functions about required tags. */
export const tagWorkloads: Record<string, Workload> = {
  'required-tags': (scale) => {
    const events = tagEvents(scale);
    return {
      runs: events,
      milliseconds: events * 1500,
      queueRequests: events * PER_MESSAGE,
      // The account, the finding, its alert and what else is told in it.
      tableReads: events * (3 + ASSUMED.findingsPerAlert),
      tableWrites: events * 2,
      ledgerKilobytes: events * ASSUMED.kilobytesPerFinding * ASSUMED.findingMonths,
      observations: events,
      // What is found is mended, and told in the same message.
      alerts: events / 2 / ASSUMED.findingsPerAlert,
    };
  },

  'tag-coverage': (scale, { scheduled }) => {
    const { accounts, regions } = scale;
    const resources = accounts * regions * ASSUMED.resourcesPerAccountAndRegion;
    const kilobytes = resources * ASSUMED.untaggedShare * ASSUMED.kilobytesPerFinding;
    return {
      runs: scheduled,
      milliseconds: scheduled * Math.min((resources / ROWS_PER_PAGE) * 200, LONGEST_SWEEP_MS),
      // A scan reads eight kilobytes a unit.
      tableReads: scheduled * Math.ceil((kilobytes + accounts * 2) / 8),
      files: scheduled * 12,
      // Those of a month ago are kept as versions.
      fileKilobytes: kilobytes * 3,
      observations: scheduled,
      alerts: scheduled / 7,
    };
  },
};
