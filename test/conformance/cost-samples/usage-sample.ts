import type { GroupedReport } from '#lambdas/contracts/cost-tables.ts';
import type { UsageAnswer } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';
import type { Granularity, GroupKey, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { CostSample } from '#test/conformance/cost-samples/read-cost-samples.ts';

/** An answer of GetCostAndUsage, with the question that it belongs to and the report that it fills. */
export type UsageSample = {
  name: string;
  origin?: string;
  answer: UsageAnswer;
  query: UsageQuery;
  report: GroupedReport;
  /** Of a report by tag or cost category. */
  share?: { column: string; value: string };
  remarks: string[];
};

/** By the first key; what Reeve never groups by goes into the columns of `services`, which are two texts. */
const REPORTS: Record<string, GroupedReport> = {
  SERVICE: 'services',
  LINKED_ACCOUNT: 'accounts',
  REGION: 'regions',
  RECORD_TYPE: 'record-types',
};
const SECOND_KEYS: (string | undefined)[] = [undefined, 'RECORD_TYPE'];

export function usageSample({ name, origin, answer: json }: CostSample): UsageSample {
  const answer = json as UsageAnswer;
  const definitions = json['GroupDefinitions'] as { Type: GroupKey['type']; Key: string }[] | undefined;
  const groupBy = definitions?.map(({ Type, Key }) => ({ type: Type, key: Key })) ?? guessedKeys(answer);
  const report = reportOf(groupBy);
  const [first] = groupBy;
  const starts = answer.ResultsByTime.map(({ TimePeriod }) => TimePeriod.Start).sort();
  const ends = answer.ResultsByTime.map(({ TimePeriod }) => TimePeriod.End).sort();
  return {
    name,
    ...(origin ? { origin } : {}),
    answer,
    query: {
      operation: 'GetCostAndUsage',
      name: 'sample',
      granularity: granularityOf(answer),
      period: { start: starts[0] ?? '', end: ends.at(-1) ?? '' },
      groupBy,
    },
    report: report ?? 'services',
    ...(report === 'tags' ? { share: { column: 'tag_key', value: first?.key ?? '' } } : {}),
    ...(report === 'cost-categories' ? { share: { column: 'cost_category', value: first?.key ?? '' } } : {}),
    remarks: [
      ...(report ? [] : ['Reeve never groups so: in the columns of services']),
      ...(definitions ? [] : ['what it is grouped by is guessed: it does not say']),
    ],
  };
}

function guessedKeys({ ResultsByTime }: UsageAnswer): GroupKey[] {
  const [keys = []] = ResultsByTime.flatMap(({ Groups = [] }) => Groups.map((group) => group.Keys));
  return keys.map((value) => {
    const [prefix = '', ...rest] = value.split('$');
    if (rest.length > 0) return { type: 'TAG', key: prefix };
    return { type: 'DIMENSION', key: /^\d{12}$/.test(value) ? 'LINKED_ACCOUNT' : 'SERVICE' };
  });
}

function reportOf(groupBy: readonly GroupKey[]): GroupedReport | undefined {
  const [first, second] = groupBy;
  if (first?.key === 'LINKED_ACCOUNT' && second?.key === 'SERVICE') return 'accounts-by-service';
  if (!first || !SECOND_KEYS.includes(second?.key)) return undefined;
  if (first.type === 'TAG') return 'tags';
  if (first.type === 'COST_CATEGORY') return 'cost-categories';
  return REPORTS[first.key];
}

/** A month is never a day, also where there is but one of it. */
function granularityOf({ ResultsByTime: [first] }: UsageAnswer): Granularity {
  const { Start = '', End = '' } = first?.TimePeriod ?? {};
  return Date.parse(End) - Date.parse(Start) > 86_400_000 ? 'MONTHLY' : 'DAILY';
}
