import * as z from 'zod/mini';
import type { Row } from '#lambdas/contracts/report.ts';
import {
  Amount,
  type AnswerContext,
  amountOf,
  TimePeriod,
} from '#lambdas/cost-reports/build-tables/answer-parts.ts';

const Coverage = z.object({
  CoveragesByTime: z.array(
    z.object({
      TimePeriod,
      Total: z.nullish(
        z.object({
          CoverageHours: z.nullish(
            z.object({
              OnDemandHours: Amount,
              ReservedHours: Amount,
              TotalRunningHours: Amount,
              CoverageHoursPercentage: Amount,
            }),
          ),
        }),
      ),
    }),
  ),
});

const Utilization = z.object({
  UtilizationsByTime: z.array(
    z.object({
      TimePeriod,
      Total: z.nullish(
        z.object({
          UtilizationPercentage: Amount,
          PurchasedHours: Amount,
          TotalActualHours: Amount,
          UnusedHours: Amount,
          NetRISavings: Amount,
          TotalAmortizedFee: Amount,
        }),
      ),
    }),
  ),
});

/** The table `ri-coverage`, of months in which anything ran that a reservation may cover. */
export function coverageRows(answer: unknown, { share = '', fetchedAt }: AnswerContext): Row[] {
  return Coverage.parse(answer).CoveragesByTime.flatMap(({ TimePeriod: { Start, End }, Total }) => {
    const hours = Total?.CoverageHours;
    if (!hours || !amountOf(hours.TotalRunningHours)) return [];
    const amounts = [
      hours.ReservedHours,
      hours.OnDemandHours,
      hours.TotalRunningHours,
      hours.CoverageHoursPercentage,
    ];
    return [[Start, End, share, ...amounts.map(amountOf), fetchedAt]];
  });
}

/** The table `ri-utilization`, of months with reservations. AWS gives fees and savings without a currency. */
export function utilizationRows(answer: unknown, context: AnswerContext): Row[] {
  const { share = '', fetchedAt, currency } = context;
  return Utilization.parse(answer).UtilizationsByTime.flatMap(({ TimePeriod: { Start, End }, Total }) => {
    if (!Total || !amountOf(Total.PurchasedHours)) return [];
    const hours = [
      Total.PurchasedHours,
      Total.TotalActualHours,
      Total.UnusedHours,
      Total.UtilizationPercentage,
    ];
    const money = [Total.NetRISavings, Total.TotalAmortizedFee];
    return [[Start, End, share, ...hours.map(amountOf), currency, ...money.map(amountOf), fetchedAt]];
  });
}
