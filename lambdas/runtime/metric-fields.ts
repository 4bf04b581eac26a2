import { METRIC_NAMESPACE, STACK_DIMENSION } from '#lambdas/contracts/metrics.ts';

/**
 * The fields of a log line that CloudWatch makes a metric of, with no call and no permission.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function metricFields(name: string, count: number, stack: string, now: Date): Record<string, unknown> {
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: METRIC_NAMESPACE,
          Dimensions: [[STACK_DIMENSION]],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    [STACK_DIMENSION]: stack,
    [name]: count,
  };
}
