import { advisorWorkloads } from '#bin/commands/estimate/advisor-workloads.ts';
import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { ecsWorkloads } from '#bin/commands/estimate/ecs-workloads.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import { supportWorkloads } from '#bin/commands/estimate/support-workloads.ts';
import { tagWorkloads } from '#bin/commands/estimate/tag-workloads.ts';
import { PER_MESSAGE, type Scale, type Workload } from '#bin/commands/estimate/work.ts';

/** A directory row of an account takes two write units, one of a heartbeat one. */
const ACCOUNT_KILOBYTES = 2;
const HEARTBEAT_KILOBYTES = 1;
const ACCOUNTS_PER_MESSAGE = 25;

export const healthEvents = ({ accounts }: Scale) => accounts * ASSUMED.healthEventsPerAccount;
export const heartbeats = ({ accounts, regions }: Scale) => accounts * regions * DAYS_PER_MONTH;
export const anomalyEvents = ({ accounts }: Scale) => accounts * ASSUMED.anomaliesPerAccount;
export const organizationEvents = ({ accounts }: Scale) => accounts * ASSUMED.organizationEventsPerAccount;

/** How much work each function has; the name is that of its capability. */
export const workloads: Record<string, Workload> = {
  ...ecsWorkloads,
  ...tagWorkloads,
  ...advisorWorkloads,
  ...supportWorkloads,

  'alert-clock': (_, { scheduled }) => ({
    runs: scheduled,
    milliseconds: scheduled * 100,
    // Two indexes are asked, half a unit each.
    tableReads: scheduled,
  }),

  'alert-desk': ({ channels }, { told }) => {
    // Each alert becomes due once: a reminder, its end, a change that waited.
    const runs = told.observations + told.alerts;
    return {
      runs,
      milliseconds: runs * 600,
      fifoRequests: runs * PER_MESSAGE,
      tableReads: runs * 5,
      // A part, a head, the index that the head stands in.
      tableWrites: runs * 8,
      // The same, and a receipt for each channel.
      ledgerKilobytes: told.alerts * (8 + channels) * ASSUMED.ledgerMonths,
    };
  },

  'chat-delivery': ({ channels }, { told }) => {
    const deliveries = (told.observations + told.alerts) * channels;
    return {
      runs: deliveries,
      milliseconds: deliveries * 1400,
      fifoRequests: deliveries * PER_MESSAGE,
      tableReads: deliveries * 4,
      tableWrites: deliveries * 3,
      decryptions: Math.min(deliveries, channels * ASSUMED.secretReadsPerChannel),
    };
  },

  'health-alerts': (scale) => {
    const arrivals = healthEvents(scale) * ASSUMED.copiesOfHealthEvent;
    return {
      runs: arrivals,
      milliseconds: arrivals * 500,
      queueRequests: arrivals * PER_MESSAGE,
      observations: arrivals,
      alerts: healthEvents(scale),
    };
  },

  'health-reconcile': (scale, { scheduled }) => {
    // The Health API itself is free. Each event is looked up; what no event told goes the way of events.
    const runs = scheduled + healthEvents(scale);
    return {
      runs,
      milliseconds: runs * 1000,
      queueRequests: runs * PER_MESSAGE,
      tableReads: runs * 4,
      tableWrites: scheduled,
      observations: scheduled,
      alerts: scheduled,
    };
  },

  'account-directory': (scale, { scheduled }) => {
    const { accounts } = scale;
    const looks = organizationEvents(scale);
    const read = scheduled * accounts + looks;
    const runs = scheduled * (1 + Math.ceil(accounts / ACCOUNTS_PER_MESSAGE)) + looks;
    return {
      runs,
      // AWS answers ten questions about contacts a second, and there are three of each account.
      milliseconds: scheduled * 2000 + read * 500,
      queueRequests: runs * PER_MESSAGE,
      tableReads: read * 2,
      tableWrites: read * ACCOUNT_KILOBYTES,
      directoryKilobytes: accounts * ACCOUNT_KILOBYTES,
    };
  },

  'cost-reports': ({ costs }, { scheduled }) => {
    const { requests, rows, files } = costs ?? { requests: 0, rows: 0, files: 0 };
    return {
      runs: scheduled,
      // A page comes in two seconds; a file is written in a tenth, a row many times faster than in 0.05 ms.
      milliseconds: scheduled * 5000 + requests * 2000 + files * 100 + Math.ceil(rows / 20),
      fifoRequests: scheduled * PER_MESSAGE,
      costRequests: requests,
      files,
      fileKilobytes: (rows * (ASSUMED.costBytesPerRow + ASSUMED.rawBytesPerRow)) / 1000,
      // A digest each day.
      observations: DAYS_PER_MONTH,
      alerts: DAYS_PER_MONTH,
    };
  },

  'cost-anomalies': (scale) => {
    // AWS tells of one again as it goes on.
    const events = anomalyEvents(scale) * ASSUMED.newsOfAnomaly;
    return {
      runs: events,
      milliseconds: events * 500,
      queueRequests: events * PER_MESSAGE,
      tableReads: events,
      observations: events,
      alerts: anomalyEvents(scale),
    };
  },

  heartbeat: (scale, { scheduled }) => {
    const beats = heartbeats(scale);
    const runs = beats + scheduled;
    const { accounts, regions } = scale;
    const kilobytes = accounts * (ACCOUNT_KILOBYTES + regions * HEARTBEAT_KILOBYTES);
    return {
      runs,
      // Each count reads the whole directory through, a megabyte in 50 ms, eight kilobytes a unit.
      milliseconds: beats * 100 + scheduled * (500 + Math.ceil(kilobytes / 20)),
      tableReads: scheduled * Math.ceil(kilobytes / 8),
      tableWrites: beats,
      directoryKilobytes: accounts * regions * HEARTBEAT_KILOBYTES,
      observations: DAYS_PER_MONTH,
      alerts: DAYS_PER_MONTH,
    };
  },
};
