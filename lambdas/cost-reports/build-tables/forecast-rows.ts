import * as z from 'zod/mini';
import type { Row } from '#lambdas/contracts/report.ts';
import {
  Amount,
  type AnswerContext,
  amountOf,
  Text,
  TimePeriod,
} from '#lambdas/cost-reports/build-tables/answer-parts.ts';

const Forecast = z.object({
  Total: z.nullish(z.object({ Unit: Text })),
  ForecastResultsByTime: z.nullish(
    z.array(
      z.object({
        TimePeriod,
        MeanValue: Amount,
        PredictionIntervalLowerBound: Amount,
        PredictionIntervalUpperBound: Amount,
      }),
    ),
  ),
});

/** The table `forecast`. */
export function forecastRows(answer: unknown, context: AnswerContext): Row[] {
  const { basis, currency, fetchedAt, input } = context;
  const { Total, ForecastResultsByTime } = Forecast.parse(answer);
  const level = input['PredictionIntervalLevel'];
  return (ForecastResultsByTime ?? []).map((result) => [
    result.TimePeriod.Start,
    result.TimePeriod.End,
    basis,
    Total?.Unit ?? currency,
    amountOf(result.MeanValue),
    amountOf(result.PredictionIntervalLowerBound),
    amountOf(result.PredictionIntervalUpperBound),
    typeof level === 'number' ? level : null,
    fetchedAt,
  ]);
}
