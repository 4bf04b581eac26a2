import { advisorEvents } from '#bin/commands/estimate/advisor-workloads.ts';
import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import type { Deployment } from '#bin/commands/estimate/count-deployment.ts';
import { ecsEvents } from '#bin/commands/estimate/ecs-workloads.ts';
import { evaluationsOf } from '#bin/commands/estimate/evaluations.ts';
import { costOf } from '#bin/commands/estimate/money.ts';
import { PRICES, type PriceName } from '#bin/commands/estimate/prices.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import { caseEvents } from '#bin/commands/estimate/support-workloads.ts';
import { tagEvents } from '#bin/commands/estimate/tag-workloads.ts';
import type { Scale, Told, Work } from '#bin/commands/estimate/work.ts';
import {
  anomalyEvents,
  healthEvents,
  heartbeats,
  organizationEvents,
  workloads,
} from '#bin/commands/estimate/workloads.ts';

export type Line = {
  payer: 'hub' | 'members';
  what: string;
  price: PriceName;
  quantity: number;
  /** In 10⁻¹⁰ dollars. */
  cost: bigint;
};

export type EstimateInput = {
  deployment: Deployment;
  /** What members forward: `health-alerts`, `heartbeat`, `account-directory`. */
  forwards: string[];
  logRetentionDays: number;
  scale: Scale;
};

/** What a month costs, line by line; quantities are rounded up to whole units. */
export function estimateMonth({ deployment, forwards, logRetentionDays, scale }: EstimateInput): Line[] {
  const line = (payer: Line['payer'], what: string, price: PriceName, exact: number): Line => {
    const quantity = Math.ceil(exact);
    return { payer, what, price, quantity, cost: costOf(PRICES[price], quantity) };
  };
  const { alarms, customMetrics, polledQueues, polledFifoQueues, functions } = deployment;
  const works = worksOf(deployment, scale);
  const sum = (field: keyof Work) => works.reduce((total, { work }) => total + (work[field] ?? 0), 0);
  const gigabyteSeconds = works.reduce(
    (total, { work, memoryMegabytes }) => total + (work.milliseconds * memoryMegabytes) / 1_024_000,
    0,
  );
  const scheduled = functions.reduce((total, { runs }) => total + runs, 0);
  const logMegabytes = (sum('runs') * ASSUMED.logKilobytesPerRun) / 1000;
  const ledger = sum('ledgerKilobytes') / 1000;
  const beats = forwards.includes('heartbeat') ? heartbeats(scale) : 0;

  return [
    line('hub', 'Alarms', 'alarm', alarms),
    line('hub', 'Custom metrics', 'customMetric', customMetrics * ASSUMED.hoursOfSilence),
    line('hub', 'Polling of queues', 'queueRequests', polledQueues * ASSUMED.pollsPerMonth),
    line('hub', 'Polling of FIFO queues', 'fifoRequests', polledFifoQueues * ASSUMED.pollsPerMonth),
    line('hub', 'Schedules', 'scheduledRuns', scheduled),
    line('hub', 'Runs of functions', 'functionRequests', sum('runs')),
    line('hub', 'Time of functions', 'functionTime', gigabyteSeconds),
    line('hub', 'Messages', 'queueRequests', sum('queueRequests')),
    line('hub', 'FIFO messages', 'fifoRequests', sum('fifoRequests')),
    line('hub', 'Tables: writes', 'tableWrites', sum('tableWrites')),
    line('hub', 'Tables: reads', 'tableReads', sum('tableReads')),
    line('hub', 'Tables: storage', 'tableStorage', ledger + sum('directoryKilobytes') / 1000),
    line('hub', 'Tables: backups', 'tableBackup', ledger),
    line('hub', 'Logs: written', 'logsWritten', logMegabytes),
    line('hub', 'Logs: kept', 'logsKept', (logMegabytes * logRetentionDays) / DAYS_PER_MONTH),
    line('hub', 'Cost Explorer: requests', 'costRequests', sum('costRequests')),
    line('hub', 'Reports: files written', 'filesWritten', sum('files')),
    line('hub', 'Reports: kept', 'filesKept', sum('fileKilobytes') / 1000),
    line('hub', 'Secrets: decrypted', 'decryptions', sum('decryptions')),
    line('members', 'Heartbeats: schedules', 'scheduledRuns', beats),
    line('members', 'Heartbeats: events', 'events', beats),
    line('members', 'Events forwarded to the hub', 'events', forwardedEvents(forwards, scale)),
    ...evaluationsOf(scale).map(({ what, price, quantity }) => line('members', what, price, quantity)),
  ];
}

export function totalOf(lines: Line[]): bigint {
  return lines.reduce((sum, { cost }) => sum + cost, 0n);
}

function worksOf({ functions }: Deployment, scale: Scale): { work: Work; memoryMegabytes: number }[] {
  const works = (told: Told) =>
    functions.map(({ capability, runs, memoryMegabytes }) => {
      const workload = workloads[capability];
      if (!workload)
        throw new Error(`bin/commands/estimate/workloads.ts does not know what ${capability} does`);
      return { work: workload(scale, { scheduled: runs, told }), memoryMegabytes };
    });
  const told = { observations: 0, alerts: 0 };
  for (const { work } of works(told)) {
    told.observations += work.observations ?? 0;
    told.alerts += work.alerts ?? 0;
  }
  return works(told);
}

/** Events that cross to another account or Region, by the capability that asks for them. */
const FORWARDED: Record<string, (scale: Scale) => number> = {
  'health-alerts': (scale) => healthEvents(scale) * ASSUMED.copiesOfHealthEvent,
  'ecs-alerts': ecsEvents,
  'required-tags': tagEvents,
  'trusted-advisor-alerts': advisorEvents,
  'support-cases': caseEvents,
  heartbeat: heartbeats,
  'account-directory': organizationEvents,
  'cost-anomalies': (scale) => anomalyEvents(scale) * ASSUMED.newsOfAnomaly,
};

function forwardedEvents(forwards: string[], scale: Scale): number {
  return forwards.reduce((sum, capability) => {
    const count = FORWARDED[capability];
    if (!count) throw new Error(`bin/commands/estimate/model.ts does not know what ${capability} forwards`);
    return sum + count(scale);
  }, 0);
}
