import type { CostOperation } from '#lambdas/contracts/cost-operations.ts';
import type { Question } from '#lambdas/cost-reports/cost-explorer/question.ts';

/** What each operation calls its page token; those without one answer with all they have. */
const TOKEN_FIELDS: Record<CostOperation, 'NextPageToken' | 'NextToken' | undefined> = {
  GetCostAndUsage: 'NextPageToken',
  GetCostForecast: undefined,
  GetReservationCoverage: 'NextPageToken',
  GetReservationUtilization: 'NextPageToken',
  GetReservationPurchaseRecommendation: 'NextPageToken',
  GetSavingsPlansCoverage: 'NextToken',
  GetSavingsPlansUtilization: undefined,
  GetCostComparisonDrivers: 'NextPageToken',
};

/** The input for the page that a token stands for: all of the question again, and the token. */
export function withToken({ operation, input }: Question, token: string | undefined) {
  const field = TOKEN_FIELDS[operation];
  return field && token !== undefined ? { ...input, [field]: token } : input;
}

/** The token of the page behind this answer; undefined: it was the last. */
export function nextTokenIn(operation: CostOperation, answer: unknown): string | undefined {
  const field = TOKEN_FIELDS[operation];
  const token = field && (answer as Record<string, unknown>)[field];
  return typeof token === 'string' && token !== '' ? token : undefined;
}
