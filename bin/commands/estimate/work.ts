import type { CostWork } from '#bin/commands/estimate/cost-requests.ts';

/** What the work grows with. */
export type Scale = {
  accounts: number;
  /** Of each account, with a heartbeat each. */
  regions: number;
  /** Channels that an alert is told to. */
  channels: number;
  /** What cost reports ask and write. */
  costs?: CostWork;
  /** Of each account, with Config rules that check tags. */
  ruleRegions?: number;
};

/** What a function does and uses in a month. */
export type Work = {
  runs: number;
  milliseconds: number;
  queueRequests?: number;
  fifoRequests?: number;
  tableWrites?: number;
  tableReads?: number;
  /** Kept in the directory; and in the ledger and the findings, which have backups. */
  directoryKilobytes?: number;
  ledgerKilobytes?: number;
  decryptions?: number;
  costRequests?: number;
  /** Of reports, and so many of them kept. */
  files?: number;
  fileKilobytes?: number;
} & Partial<Told>;

/** What a capability sends to the desk: observations, and the alerts that they are about. */
export type Told = { observations: number; alerts: number };

/** `scheduled`: how often schedules wake it. `told`: by all capabilities together. */
export type Workload = (scale: Scale, from: { scheduled: number; told: Told }) => Work;

/** A message of a standard queue is sent, received and deleted; one of a FIFO queue too. */
export const PER_MESSAGE = 3;
