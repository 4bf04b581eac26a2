import type { WatchRecord } from '#lambdas/contracts/directory.ts';
import { SILENT_MEMBERS } from '#lambdas/contracts/metrics.ts';
import type { Tally } from '#lambdas/heartbeat/tally.ts';
import { metricFields } from '#lambdas/runtime/metric-fields.ts';

const LOGGED = 10;

/**
 * Who the first silent members are; and their number as a metric where it says something: while somebody is silent, and once
 * when nobody is any more. CloudWatch bills a metric for the hours in which it is sent, and takes none for good news.
 */
export function toReport(
  tally: Tally,
  before: Pick<WatchRecord, 'silent'> | undefined,
  stack: string,
  now: Date,
): Record<string, unknown> {
  const count = tally.silent.length;
  const isSent = count > 0 || (before?.silent ?? 0) > 0;
  return {
    ...(isSent ? metricFields(SILENT_MEMBERS, count, stack, now) : {}),
    heard: tally.heard,
    awaited: tally.awaited,
    silent: tally.silent.slice(0, LOGGED).map(({ account, region }) => `${account} ${region}`),
  };
}
