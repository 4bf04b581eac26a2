import { METRICS, type Metric } from '#lambdas/cost-reports/cost-explorer/question.ts';
import type { Metrics, UsageAnswer } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';

type GivenPeriod = {
  start: string;
  end?: string;
  /** Keys and what they cost, on every basis alike unless said by metric. */
  groups?: readonly (readonly [keys: readonly string[], cost: string | Metrics])[];
  total?: Metrics;
  estimated?: boolean;
};

/** A page as Cost Explorer writes it; the total of a grouped period is empty. */
export function aUsageAnswer(
  periods: readonly GivenPeriod[],
  names: Record<string, string> = {},
): UsageAnswer {
  return {
    ResultsByTime: periods.map(
      ({ start, end = monthAfter(start), groups = [], total = {}, estimated = false }) => ({
        TimePeriod: { Start: start, End: end },
        Total: total,
        Groups: groups.map(([keys, cost]) => ({
          Keys: keys,
          Metrics: typeof cost === 'string' ? metrics({}, cost) : cost,
        })),
        Estimated: estimated,
      }),
    ),
    DimensionValueAttributes: Object.entries(names).map(([Value, description]) => ({
      Value,
      Attributes: { description },
    })),
  };
}

/** All four metrics of a group: those given, the others of `cost`. */
export function metrics(given: Partial<Record<Metric, string>>, cost = '0', unit = 'USD'): Metrics {
  return Object.fromEntries(METRICS.map((name) => [name, { Amount: given[name] ?? cost, Unit: unit }]));
}

function monthAfter(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}
