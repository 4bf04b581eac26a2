import type { Alarm } from '#local/estate.ts';
import { embeddedMetrics, type MetricValue } from './embedded-metrics.ts';

/** What names a metric. */
type MetricName = Pick<MetricValue, 'namespace' | 'name' | 'dimensions'>;

/** The last value of each metric that functions wrote into their logs. */
export class Metrics {
  #values = new Map<string, MetricValue>();

  /** Takes the metrics out of a log line, if it has any. */
  readLine(line: string): void {
    for (const metric of embeddedMetrics(line)) this.#values.set(keyOf(metric), metric);
  }

  /** Every metric with its last value. */
  all(): MetricValue[] {
    return [...this.#values.values()];
  }

  /** The last value of the metric that an alarm is on. */
  ofAlarm({ namespace, metric, dimensions }: Alarm): MetricValue | undefined {
    return this.#values.get(keyOf({ namespace, name: metric, dimensions }));
  }
}

function keyOf({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify([namespace, name, sorted]);
}
