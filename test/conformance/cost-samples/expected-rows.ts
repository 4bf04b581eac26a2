import { Decimal } from 'decimal.js';
import type { Metrics } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';
import type { UsageSample } from '#test/conformance/cost-samples/usage-sample.ts';

/** Digits enough for any sum: decimal.js would round at twenty. */
const Exact = Decimal.clone({ precision: 60, toExpPos: 60, toExpNeg: -60 });

/** What stands in for a metric that an answer does not hold. */
const METRICS = {
  unblended: ['UnblendedCost', 'BlendedCost'],
  amortized: ['AmortizedCost', 'UnblendedCost', 'BlendedCost'],
  net_unblended: ['NetUnblendedCost', 'UnblendedCost', 'BlendedCost'],
  net_amortized: ['NetAmortizedCost', 'AmortizedCost', 'UnblendedCost', 'BlendedCost'],
};

/** The rows that the tables of a sample must hold, made of its JSON by another way than Reeve's. */
export function expectedRows(sample: UsageSample): string[] {
  return groupsOf(sample).flatMap(({ period, estimated, keys, metrics }) =>
    Object.entries(METRICS).map(([basis, names]) => {
      const { Amount = '', Unit = '' } = metrics[names.find((name) => metrics[name]) ?? ''] ?? {};
      return toLine([...period, ...keys, basis, Unit, Amount, String(estimated)]);
    }),
  );
}

/** A row as one text: columns that tell when and how it was asked are left out, and its amount is levelled. */
export function toLine(cells: readonly string[]): string {
  const amount = new Exact(cells.at(-2) ?? '').toFixed();
  return [...cells.slice(0, -2), amount, ...cells.slice(-1)].join(' | ');
}

export type SampleSum = { exact: string; float: string; groups: number };

/** All that a sample costs: exactly, and as a program says that adds floats. */
export function sumOfSample(sample: UsageSample): SampleSum {
  const amounts = groupsOf(sample).map(({ metrics }) => {
    const name = METRICS.unblended.find((metric) => metrics[metric]) ?? '';
    return metrics[name]?.Amount ?? '';
  });
  return {
    exact: amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0)).toFixed(),
    float: String(amounts.reduce((sum, amount) => sum + Number(amount), 0)),
    groups: amounts.length,
  };
}

/** What a reader of the report must be told: the metrics that some group lacks. */
export function missingMetrics(sample: UsageSample): string[] {
  const lacks = (metric: string) => groupsOf(sample).some(({ metrics }) => !metrics[metric]);
  return [
    ...(lacks('NetUnblendedCost') || lacks('NetAmortizedCost') ? ['net'] : []),
    ...(lacks('AmortizedCost') ? ['amortized'] : []),
    ...(lacks('UnblendedCost') ? ['unblended'] : []),
  ];
}

type Group = { period: string[]; estimated: boolean; keys: string[]; metrics: Metrics };

function groupsOf(sample: UsageSample): Group[] {
  const { ResultsByTime } = sample.answer;
  return ResultsByTime.flatMap(({ TimePeriod: { Start, End }, Groups = [], Total = {}, Estimated }) => {
    const isWhole = sample.query.groupBy.length === 0 && Object.keys(Total).length > 0;
    const groups = isWhole ? [{ Keys: [], Metrics: Total }] : Groups;
    return groups.map(({ Keys, Metrics }) => ({
      period: [Start, End],
      estimated: Estimated ?? true,
      keys: keysOf(sample, Keys),
      metrics: Metrics,
    }));
  });
}

/** The cells between period and basis. */
function keysOf({ answer, query, report }: UsageSample, raw: readonly string[]): string[] {
  const [first = '', second = ''] = raw.map((value, index) => {
    const { type, key } = query.groupBy[index] ?? {};
    return type === 'DIMENSION' ? value : value.slice(`${key}$`.length);
  });
  const name = answer.DimensionValueAttributes?.find(({ Value }) => Value === first)?.Attributes?.description;
  switch (report) {
    case 'accounts':
    case 'accounts-by-service':
      return [first, name ?? '', second];
    case 'tags':
    case 'cost-categories':
      return [query.groupBy[0]?.key ?? '', first, second];
    case 'record-types':
      return [first, first.toLowerCase()];
    default:
      return [first, second];
  }
}
