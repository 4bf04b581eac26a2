import { Decimal } from 'decimal.js';
import { COST_OPERATIONS, type CostOperation } from '#lambdas/contracts/cost-operations.ts';
import { OWN_TABLES } from '#lambdas/contracts/own-cost-tables.ts';
import { answerRows } from '#lambdas/cost-reports/build-tables/answer-rows.ts';
import type { OtherQuery } from '#lambdas/cost-reports/cost-query.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import type { CostSample } from '#test/conformance/cost-samples/read-cost-samples.ts';
import { aSource } from '#test/cost-reports/cost-explorer/a-source.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

/** As far as it is read here, by another way than Reeve's. */
type Answer = {
  UtilizationsByTime?: { Total?: { PurchasedHours?: string } }[];
  Recommendations?: { RecommendationDetails?: { EstimatedMonthlySavingsAmount?: string }[] }[];
};
type Read = {
  operation: Exclude<CostOperation, 'GetCostAndUsage'>;
  report: keyof typeof OWN_TABLES;
  /** A column, and the amounts that must be in it. */
  column: string;
  amounts: (answer: Answer) => (string | undefined)[];
};

/** By the field that answers of no other operation have. */
const READ: Record<string, Read> = {
  UtilizationsByTime: {
    operation: 'GetReservationUtilization',
    report: 'ri-utilization',
    column: 'purchased_hours',
    amounts: ({ UtilizationsByTime = [] }) =>
      UtilizationsByTime.map(({ Total }) => Total?.PurchasedHours).filter((hours) => Number(hours ?? 0) > 0),
  },
  Recommendations: {
    operation: 'GetReservationPurchaseRecommendation',
    report: 'ri-recommendations',
    column: 'monthly_savings',
    amounts: ({ Recommendations = [] }) =>
      Recommendations.flatMap(({ RecommendationDetails = [] }) =>
        RecommendationDetails.map((detail) => detail.EstimatedMonthlySavingsAmount),
      ),
  },
};
const UNUSED: Record<string, { operation: string; why: string }> = {
  Tags: { operation: 'GetTags', why: 'the values of a tag come with the costs that are grouped by it' },
  DimensionValues: {
    operation: 'GetDimensionValues',
    why: 'services and names of accounts come with the costs that are grouped by them',
  },
};

export type Verdict = { line: string; complaints: string[] };

/** An answer of another operation through its reader, or why Reeve has none for it. */
export async function playOtherSample({ answer }: CostSample): Promise<Verdict> {
  const fields = Object.keys(answer);
  const [read] = fields.flatMap((field) => READ[field] ?? []);
  if (read) return playRead(read, answer);
  const [unused] = fields.flatMap((field) => UNUSED[field] ?? []);
  if (!unused) return { line: 'unread', complaints: [`no answer is known that holds ${fields.join()}`] };
  const isAsked = COST_OPERATIONS.some((operation) => operation === unused.operation);
  return {
    line: `not used: Reeve never asks ${unused.operation}, since ${unused.why}`,
    complaints: isAsked ? [`Reeve may ask ${unused.operation}`] : [],
  };
}

async function playRead({ operation, report, column, amounts }: Read, answer: Answer): Promise<Verdict> {
  const period = { start: '2026-10-01', end: '2026-11-01' };
  const query: OtherQuery = { operation, name: 'sample', period, input: {} };
  const { source } = aSource({ ask: async () => ({ answer }), store: memoryStore() });
  const fetched = await source.fetch(query);
  if (fetched.state === 'refused') throw new Error(fetched.message);

  const { fetchedAt } = fetched;
  const context = {
    period,
    fetchedAt,
    input: {},
    currency: 'USD',
    basis: 'unblended',
    nameOf: () => undefined,
  };
  const rows = await answerRows(report, source.answers(query), context);
  const index = OWN_TABLES[report].columns.findIndex(({ name }) => name === column);
  const found = rows.map((row) => (typeof row[index] === 'bigint' ? formatDecimal(row[index]) : 'nothing'));
  const expected = amounts(answer).map((amount) => (amount ? new Decimal(amount).toFixed() : 'nothing'));
  const none = expected.length === 0 ? ', which is an answer and no error' : '';
  return {
    line: `${report}: rows of ${operation}: ${expected.length}${none}`,
    complaints:
      found.join() === expected.join() ? [] : [`${column} is ${found.join()} instead of ${expected.join()}`],
  };
}
