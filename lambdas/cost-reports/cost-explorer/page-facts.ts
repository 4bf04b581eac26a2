import { METRICS, type Metric, type Question } from '#lambdas/cost-reports/cost-explorer/question.ts';
import { metricsIn, periodsIn, type UsageAnswer } from '#lambdas/cost-reports/cost-explorer/usage-answer.ts';

/** What is known of a page without reading it again. */
export type PageFacts = {
  nextToken: string | undefined;
  fetchedAt: string;
  /** Months that it speaks of, and those that it has costs of. */
  told: ReadonlySet<string>;
  held: ReadonlySet<string>;
  /** Metrics that some group lacks, asked for or not. */
  missing: ReadonlySet<Metric>;
};

/** Looks through a page once; names of accounts go to `names`. Only pages of costs have months and metrics. */
export function pageFacts(
  {
    question,
    answer,
    nextToken,
    fetchedAt,
  }: { question: Question; answer: unknown } & Pick<PageFacts, 'fetchedAt'> & {
      nextToken?: string | undefined;
    },
  names: Map<string, string>,
): PageFacts {
  const facts = { told: new Set<string>(), held: new Set<string>(), missing: new Set<Metric>() };
  if (question.operation !== 'GetCostAndUsage') return { nextToken, fetchedAt, ...facts };
  for (const period of periodsIn(answer)) {
    const month = period.TimePeriod.Start.slice(0, 7);
    const metrics = metricsIn(period, 'GroupBy' in question.input);
    facts.told.add(month);
    if (metrics.length > 0) facts.held.add(month);
    for (const metric of METRICS) {
      if (metrics.some((group) => !group[metric])) facts.missing.add(metric);
    }
  }
  for (const { Value, Attributes } of (answer as UsageAnswer).DimensionValueAttributes ?? []) {
    if (Value && Attributes?.description) names.set(Value, Attributes.description);
  }
  return { nextToken, fetchedAt, ...facts };
}
