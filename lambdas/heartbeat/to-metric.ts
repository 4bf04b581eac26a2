import { SILENT_MEMBERS } from '#lambdas/contracts/metrics.ts';
import type { Tally } from '#lambdas/heartbeat/tally.ts';
import { metricFields } from '#lambdas/runtime/metric-fields.ts';

const LOGGED = 10;

/** The number of silent members as a metric, and who the first are. */
export function toMetric(tally: Tally, stack: string, now: Date): Record<string, unknown> {
  return {
    ...metricFields(SILENT_MEMBERS, tally.silent.length, stack, now),
    heard: tally.heard,
    awaited: tally.awaited,
    silent: tally.silent.slice(0, LOGGED).map(({ account, region }) => `${account} ${region}`),
  };
}
