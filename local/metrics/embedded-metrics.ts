import * as z from 'zod/mini';

/** A value of a metric, as CloudWatch keeps it; `at` in milliseconds since 1970. */
export type MetricValue = {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
  value: number;
  at: number;
};

const Directive = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())),
  Metrics: z.array(z.object({ Name: z.string() })),
});

/** Not strict: the values and dimensions stand beside it under names of the line's own. */
const Line = z.object({
  _aws: z.object({ Timestamp: z.number(), CloudWatchMetrics: z.array(Directive) }),
});

const Values = z.union([
  z.pipe(
    z.number(),
    z.transform((value) => [value]),
  ),
  z.array(z.number()),
]);

/**
 * The metrics that CloudWatch makes of a log line in the embedded metric format; none of any other line.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics(line: string): MetricValue[] {
  if (!line.includes('"_aws"')) return [];
  const fields = parse(line);
  const parsed = Line.safeParse(fields);
  if (!parsed.success) return [];
  const { Timestamp: at, CloudWatchMetrics } = parsed.data._aws;
  return CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions, Metrics }) =>
    (Dimensions.length === 0 ? [[]] : Dimensions).flatMap((names) => {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(fields[name])]));
      return Metrics.flatMap(({ Name: name }) => {
        const value = Values.safeParse(fields[name]).data?.at(-1);
        return value === undefined ? [] : [{ namespace, name, dimensions, value, at }];
      });
    }),
  );
}

function parse(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}
