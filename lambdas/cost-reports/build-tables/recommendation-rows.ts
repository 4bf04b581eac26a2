import * as z from 'zod/mini';
import type { Row } from '#lambdas/contracts/report.ts';
import {
  Amount,
  type AnswerContext,
  amountOf,
  Text,
} from '#lambdas/cost-reports/build-tables/answer-parts.ts';

const Recommendations = z.object({
  Recommendations: z.nullish(
    z.array(
      z.object({
        TermInYears: Text,
        PaymentOption: Text,
        RecommendationDetails: z.nullish(
          z.array(
            z.object({
              AccountId: Text,
              InstanceDetails: z.nullish(z.record(z.string(), z.unknown())),
              RecommendedNumberOfInstancesToPurchase: Amount,
              RecommendedNumberOfCapacityUnitsToPurchase: Amount,
              CurrencyCode: Text,
              UpfrontCost: Amount,
              RecurringStandardMonthlyCost: Amount,
              EstimatedMonthlySavingsAmount: Amount,
            }),
          ),
        ),
      }),
    ),
  ),
});

const Instance = z.record(z.string(), z.unknown());
/** Each service calls the same thing otherwise. */
const NAME_PARTS = ['InstanceType', 'NodeType', 'InstanceClass', 'InstanceSize', 'DatabaseEngine', 'Region'];

/** The table `ri-recommendations`. None is a valid answer. */
export function recommendationRows(answer: unknown, context: AnswerContext): Row[] {
  const { period, share = '', fetchedAt, nameOf } = context;
  const { Recommendations: found } = Recommendations.parse(answer);
  return (found ?? []).flatMap(({ TermInYears, PaymentOption, RecommendationDetails }) =>
    (RecommendationDetails ?? []).map((detail) => [
      period.start,
      period.end,
      share,
      detail.AccountId ?? '',
      nameOf(detail.AccountId ?? '') ?? '',
      nameOfInstance(detail.InstanceDetails),
      TermInYears ?? '',
      PaymentOption ?? '',
      amountOf(
        detail.RecommendedNumberOfInstancesToPurchase ?? detail.RecommendedNumberOfCapacityUnitsToPurchase,
      ),
      detail.CurrencyCode ?? context.currency,
      amountOf(detail.UpfrontCost),
      amountOf(detail.RecurringStandardMonthlyCost),
      amountOf(detail.EstimatedMonthlySavingsAmount),
      fetchedAt,
    ]),
  );
}

/** `db.r6g.large PostgreSQL eu-west-1`, whichever service's details they are. */
function nameOfInstance(details: Record<string, unknown> | null | undefined): string {
  const instances = Object.values(details ?? {}).map((value) => Instance.safeParse(value).data);
  const instance = instances.find((value) => value !== undefined);
  const parts = NAME_PARTS.map((part) => instance?.[part]);
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
