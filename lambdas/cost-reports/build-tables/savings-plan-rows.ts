import * as z from 'zod/mini';
import type { Row } from '#lambdas/contracts/report.ts';
import {
  Amount,
  type AnswerContext,
  amountOf,
  TimePeriod,
} from '#lambdas/cost-reports/build-tables/answer-parts.ts';

const Coverage = z.object({
  SavingsPlansCoverages: z.array(
    z.object({
      TimePeriod,
      Coverage: z.nullish(
        z.object({
          SpendCoveredBySavingsPlans: Amount,
          OnDemandCost: Amount,
          TotalCost: Amount,
          CoveragePercentage: Amount,
        }),
      ),
    }),
  ),
});

/** Percentages and commitments are in `Utilization`, savings in `Savings`: none of them stands beside the period. */
const Utilization = z.object({
  SavingsPlansUtilizationsByTime: z.nullish(
    z.array(
      z.object({
        TimePeriod,
        Utilization: z.nullish(
          z.object({
            TotalCommitment: Amount,
            UsedCommitment: Amount,
            UnusedCommitment: Amount,
            UtilizationPercentage: Amount,
          }),
        ),
        Savings: z.nullish(z.object({ NetSavings: Amount, OnDemandCostEquivalent: Amount })),
        AmortizedCommitment: z.nullish(z.object({ TotalAmortizedCommitment: Amount })),
      }),
    ),
  ),
});

/** The table `sp-coverage`. */
export function planCoverageRows(answer: unknown, { currency, fetchedAt }: AnswerContext): Row[] {
  return Coverage.parse(answer).SavingsPlansCoverages.map(
    ({ TimePeriod: { Start, End }, Coverage: found }) => {
      const amounts = [
        found?.SpendCoveredBySavingsPlans,
        found?.OnDemandCost,
        found?.TotalCost,
        found?.CoveragePercentage,
      ];
      return [Start, End, currency, ...amounts.map(amountOf), fetchedAt];
    },
  );
}

/** The table `sp-utilization`. */
export function planUtilizationRows(answer: unknown, { currency, fetchedAt }: AnswerContext): Row[] {
  const { SavingsPlansUtilizationsByTime: months } = Utilization.parse(answer);
  return (months ?? []).map((month) => {
    const { Start, End } = month.TimePeriod;
    const amounts = [
      month.Utilization?.TotalCommitment,
      month.Utilization?.UsedCommitment,
      month.Utilization?.UnusedCommitment,
      month.Utilization?.UtilizationPercentage,
      month.Savings?.NetSavings,
      month.Savings?.OnDemandCostEquivalent,
      month.AmortizedCommitment?.TotalAmortizedCommitment,
    ];
    return [Start, End, currency, ...amounts.map(amountOf), fetchedAt];
  });
}
