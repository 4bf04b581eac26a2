import { createHash } from 'node:crypto';
import type { CostOperation } from '#lambdas/contracts/cost-operations.ts';
import type { CostQuery, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

/** What Cost Explorer is asked, page after page with the same words: it refuses a page whose question changed. */
export type Question = { operation: CostOperation; input: Readonly<Record<string, unknown>> };

export const METRICS = ['UnblendedCost', 'AmortizedCost', 'NetUnblendedCost', 'NetAmortizedCost'] as const;
export type Metric = (typeof METRICS)[number];
const GROSS_METRICS = METRICS.filter((metric) => !metric.startsWith('Net'));

/**
 * The ways to ask, the best one first: where AWS does not take the net metrics, which nobody promises to those
 * without negotiated discounts, it is asked for the others.
 */
export function questionsOf(query: CostQuery): [Question, ...Question[]] {
  if (query.operation !== 'GetCostAndUsage') return [{ operation: query.operation, input: query.input }];
  return [usageQuestion(query, METRICS), usageQuestion(query, GROSS_METRICS)];
}

/** Where the pages of a question are: another question of the same name has pages of its own. */
export function pagesNameOf({ name }: CostQuery, question: Question): string {
  const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 12);
  return `${name}-${hash}`;
}

function usageQuestion({ period, granularity, groupBy }: UsageQuery, metrics: readonly Metric[]): Question {
  const input = {
    TimePeriod: { Start: period.start, End: period.end },
    Granularity: granularity,
    Metrics: [...metrics],
    ...(groupBy.length > 0 ? { GroupBy: groupBy.map(({ type, key }) => ({ Type: type, Key: key })) } : {}),
  };
  return { operation: 'GetCostAndUsage', input };
}
