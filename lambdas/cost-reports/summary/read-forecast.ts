import * as z from 'zod/mini';
import type { OtherQuery } from '#lambdas/cost-reports/cost-query.ts';
import type { Forecast } from '#lambdas/cost-reports/cost-summary.ts';
import { monthOf } from '#lambdas/cost-reports/periods.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

const Amount = z.pipe(
  z.string(),
  z.transform((text, context) => {
    try {
      return parseDecimal(text);
    } catch {
      context.issues.push({ code: 'custom', input: text, message: 'is no number' });
      return z.NEVER;
    }
  }),
);
const Bound = z.catch(z.optional(Amount), undefined);
const Answer = z.object({
  Total: z.object({ Amount }),
  ForecastResultsByTime: z.catch(
    z.array(
      z.object({
        TimePeriod: z.catch(z.optional(z.object({ Start: z.string() })), undefined),
        PredictionIntervalLowerBound: Bound,
        PredictionIntervalUpperBound: Bound,
      }),
    ),
    [],
  ),
});

/**
 * What the month will come to: what was spent before the forecast begins, and AWS's own figure for the rest. Where
 * it begins its answer itself says: were that the 1st, adding what was spent would count it twice.
 */
export async function readForecast(
  answers: AsyncIterable<unknown>,
  query: OtherQuery,
  spentBefore: (day: string) => bigint,
): Promise<Forecast> {
  const month = monthOf(query.period.start);
  for await (const answer of answers) {
    const result = Answer.safeParse(answer);
    if (!result.success) break;
    const { Total, ForecastResultsByTime: times } = result.data;
    const [only] = times;
    const spent = spentBefore(only?.TimePeriod?.Start ?? query.period.start);
    const { PredictionIntervalLowerBound: low, PredictionIntervalUpperBound: high } = only ?? {};
    const level = query.input['PredictionIntervalLevel'];
    // The bounds of several months or days do not add up to bounds of them all.
    const hasRange =
      times.length === 1 && low !== undefined && high !== undefined && typeof level === 'number';
    return {
      state: 'known',
      month,
      mean: spent + Total.Amount,
      ...(hasRange ? { range: { low: spent + low, high: spent + high, level } } : {}),
    };
  }
  return { state: 'none', month, reason: 'AWS answered without an amount' };
}
