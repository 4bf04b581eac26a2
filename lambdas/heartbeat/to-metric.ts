import { METRIC_NAMESPACE, SILENT_MEMBERS, STACK_DIMENSION } from '#lambdas/contracts/metrics.ts';
import type { Tally } from '#lambdas/heartbeat/tally.ts';

const LOGGED = 10;

/**
 * The fields of a log line that CloudWatch makes a metric of, with no call and no permission.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function toMetric(tally: Tally, stack: string, now: Date): Record<string, unknown> {
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: METRIC_NAMESPACE,
          Dimensions: [[STACK_DIMENSION]],
          Metrics: [{ Name: SILENT_MEMBERS, Unit: 'Count' }],
        },
      ],
    },
    [STACK_DIMENSION]: stack,
    [SILENT_MEMBERS]: tally.silent.length,
    heard: tally.heard,
    awaited: tally.awaited,
    silent: tally.silent.slice(0, LOGGED).map(({ account, region }) => `${account} ${region}`),
  };
}
