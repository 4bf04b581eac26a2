import { METRICS, type Metric } from '../ledger/charge.ts';
import { invalid, missing } from '../refusals.ts';
import type { Question } from './question.ts';

/** `UnblendedCost`, which `UNBLENDED_COST` names as well. */
export function metricOf(name: unknown, { switches }: Question): Metric {
  const metric = METRICS.find((candidate) => candidate === name || upperSnake(candidate) === name);
  if (!metric) throw invalid(`Metric is invalid: ${String(name)}. Valid values are ${METRICS.join(', ')}`);
  if (metric.startsWith('Net') && switches.netMetrics === 'refused') {
    throw invalid(`${metric} is not available for this account`);
  }
  return metric;
}

/** The metrics that an answer tells; what the account does not have is left out, if its switch says so. */
export function readMetrics(question: Question): Metric[] {
  const { Metrics: asked } = question.input;
  if (!Array.isArray(asked)) throw missing('metrics');
  if (asked.length === 0) throw invalid('Metrics must not be empty');
  const metrics = asked.map((name) => metricOf(name, question));
  const isAbsent = (metric: Metric) => metric.startsWith('Net') && question.switches.netMetrics === 'absent';
  return [...new Set(metrics)].filter((metric) => !isAbsent(metric));
}

export const isQuantity = (metric: Metric) =>
  metric === 'UsageQuantity' || metric === 'NormalizedUsageAmount';

export const upperSnake = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
