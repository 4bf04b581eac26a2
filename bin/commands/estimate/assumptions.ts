import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';

/** How much there is of everything that no template says. High rather than low: a bill should not surprise. */
export const ASSUMED = {
  /** Of one account in a month; at 10,000 accounts 3,000 a day. */
  healthEventsPerAccount: 9,
  /** Stopped tasks, deployments and the like that the rules forward; at 10,000 accounts 40,000 a day. */
  ecsEventsPerAccount: 120,
  /** One in so many of them is told; deployments and scaling stop most tasks. */
  ecsEventsPerObservation: 4,
  /** Most observations are of a loop that is told already. */
  ecsObservationsPerAlert: 10,
  /** Questions whether trouble lasts. */
  ecsChecksPerAlert: 6,
  ecsServicesPerAccount: 20,
  /** A service on a day in all files, kept for 13 months. */
  ecsBytesPerService: 800 * 13,
  /** A Health event comes from its own Region and as a copy from the backup Region. */
  copiesOfHealthEvent: 2,
  /** Accounts made, moved, renamed, tagged or closed, of one account in a month. */
  organizationEventsPerAccount: 1,
  /** Each alert is told to so many channels, or to all where there are fewer. */
  channelsPerAlert: 3,
  /** The ledger keeps rows for 400 days. */
  ledgerMonths: Math.ceil(400 / DAYS_PER_MONTH),
  /** AWS does not say how many groups of a day or month a page of Cost Explorer holds. */
  costLinesPerPage: 3000,
  /** Services, Regions, or values of a tag. */
  costGroups: 30,
  /** Most have usage and tax alone. */
  costRecordTypes: 2,
  /** Of one account in a month. */
  anomaliesPerAccount: 1,
  /** Detected, grown, ended. */
  newsOfAnomaly: 3,
  /** A row of a report in all its files, compressed where they are, with former versions of 90 days. */
  costBytesPerRow: 500 * 3,
  /** A row as AWS sent it, compressed; kept for 400 days. */
  rawBytesPerRow: 20 * Math.ceil(400 / DAYS_PER_MONTH),
  /** A row, compressed, kept for a year. */
  ecsBytesPerEvent: 300 * 12,
  /** Of resources whose tags are checked. */
  changesPerAccountAndRegion: 2000,
  /** Resources that begin or cease to lack required tags, of one account in a month. */
  tagEventsPerAccount: 20,
  findingsPerAlert: 5,
  kilobytesPerFinding: 1,
  /** Open ones last for months, others are kept for 90 days. */
  findingMonths: 6,
  /** With types that a policy may name. */
  resourcesPerAccountAndRegion: 200,
  /** Of all resources. */
  untaggedShare: 0.2,
  /** Red and yellow items of one account, each heard of once a day. */
  advisorItemsPerAccount: 200,
  /** Items that begin or cease to be flagged, of one account in a month. */
  advisorChangesPerAccount: 10,
  /** Support cases that one account opens in a month; most open fewer. */
  casesPerAccount: 1,
  messagesPerCase: 8,
  /** Its thread, twice, and its files. */
  caseKilobytes: 500,
  /** Hours of a month in which somebody is not heard; a metric is sent, and billed, in these alone. */
  hoursOfSilence: 24,
  logKilobytesPerRun: 1,
  /** Lambda asks each queue by five pollers, each of which waits for 20 seconds. */
  pollsPerMonth: 5 * 3 * 60 * 24 * DAYS_PER_MONTH,
  /** Chat-delivery reads a secret once in five minutes at most. */
  secretReadsPerChannel: 12 * 24 * DAYS_PER_MONTH,
};

/** The same in words, with what else people must know to judge the numbers. */
export function assumptionLines({
  regions,
  logRetentionDays,
  ruleRegions,
}: {
  regions: number;
  logRetentionDays: number;
  /** Absent or 0: no Config rules. */
  ruleRegions?: number | undefined;
}) {
  const { healthEventsPerAccount, ecsEventsPerAccount, channelsPerAlert, costLinesPerPage } = ASSUMED;
  return [
    'Prices: AWS’s public list of us-east-1, November 2026; other Regions differ. The free tier is not taken off.',
    'Alarms, queues that are polled, schedules and functions are counted in the template of these settings.',
    'A capability without a block in reeve.config.ts is not deployed and costs nothing.',
    `A month has ${DAYS_PER_MONTH} days. Members are ${regions} Regions of each account.`,
    `Each account has ${healthEventsPerAccount} Health events a month, each forwarded twice: by its Region and as AWS’s backup copy.`,
    `Each account has ${ecsEventsPerAccount} events of ECS a month that the rules forward, one in four of which is told.`,
    `Each alert is told to ${channelsPerAlert} channels, or to all where there are fewer; each update is told anew.`,
    'Events of ECS are kept in batches of five minutes. Nothing else is batched: each message is a run of its own, and mostly of a function that has to start first.',
    `Rows of alerts are kept for 400 days: storage is what it is after that time. Logs: 1 KB a run, kept ${logRetentionDays} days.`,
    `Each account has ${ASSUMED.advisorItemsPerAccount} items that Trusted Advisor flags, each refreshed and heard of once a day; ten of them begin or end in a month.`,
    `Each account opens ${ASSUMED.casesPerAccount} support case a month of ${ASSUMED.messagesPerCase} messages; its cases are read as often as the settings say.`,
    `Cost Explorer: 30 daily runs and a monthly one, ${costLinesPerPage.toLocaleString('en-US')} groups of a day or month to a request, within the caps.`,
    ...(ruleRegions ? ruleLines(ruleRegions) : []),
    `In members only heartbeats${ruleRegions ? ', evaluations' : ''} and forwarded events cost something: rules, roles and StackSets are free.`,
    'Not counted: what Reeve makes other tools write, such as the trail of CloudTrail that the Organization has anyway.',
  ];
}

function ruleLines(regions: number): string[] {
  const changes = ASSUMED.changesPerAccountAndRegion.toLocaleString('en-US');
  return [
    `Config rules check tags in ${regions} Regions of each account. Resources of their types change ${changes} times a month in each, and each change is one evaluation, since no type stands in two rules.`,
    'Not counted: what AWS Config asks for recording, which it does with or without Reeve.',
  ];
}
