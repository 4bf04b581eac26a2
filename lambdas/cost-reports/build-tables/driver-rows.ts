import * as z from 'zod/mini';
import type { Row } from '#lambdas/contracts/report.ts';
import {
  Amount,
  type AnswerContext,
  amountOf,
  Text,
} from '#lambdas/cost-reports/build-tables/answer-parts.ts';

const Metrics = z.nullish(
  z.record(
    z.string(),
    z.object({
      BaselineTimePeriodAmount: Amount,
      ComparisonTimePeriodAmount: Amount,
      Difference: Amount,
      Unit: Text,
    }),
  ),
);

const Drivers = z.object({
  CostComparisonDrivers: z.nullish(
    z.array(
      z.object({
        CostSelector: z.unknown(),
        Metrics,
        CostDrivers: z.nullish(z.array(z.object({ Type: Text, Name: Text, Metrics }))),
      }),
    ),
  ),
});

const Values = z.object({ Key: z.string(), Values: z.nullish(z.array(z.string())) });
const Selector = z.object({
  And: z.nullish(z.array(z.unknown())),
  Dimensions: z.nullish(Values),
  Tags: z.nullish(Values),
  CostCategories: z.nullish(Values),
});

/** The table `comparison-drivers`: what changed as a whole, then what drove it. */
export function driverRows(answer: unknown, context: AnswerContext): Row[] {
  return (Drivers.parse(answer).CostComparisonDrivers ?? []).flatMap((found) => {
    const selected = selectedBy(found.CostSelector);
    const service = selected.find(([key]) => key === 'SERVICE')?.[1] ?? '';
    const others = selected.filter(([key]) => key !== 'SERVICE').map(([key, value]) => `${key}: ${value}`);
    const row = (type: string, name: string, metrics: z.infer<typeof Metrics>): Row[] =>
      Object.values(metrics ?? {}).map((metric) => [
        context.period.start,
        context.period.end,
        service,
        others.join(', '),
        type,
        name,
        metric.Unit ?? context.currency,
        amountOf(metric.BaselineTimePeriodAmount),
        amountOf(metric.ComparisonTimePeriodAmount),
        amountOf(metric.Difference),
        context.fetchedAt,
      ]);
    return [
      ...row('', '', found.Metrics),
      ...(found.CostDrivers ?? []).flatMap(({ Type, Name, Metrics: metrics }) =>
        row(Type ?? '', Name ?? '', metrics),
      ),
    ];
  });
}

/** An expression as a list; AWS selects by values that are joined by And. */
function selectedBy(expression: unknown): [key: string, values: string][] {
  const { data } = Selector.safeParse(expression);
  if (!data) return [];
  const here = [data.Dimensions, data.Tags, data.CostCategories].flatMap((values) =>
    values ? [[values.Key, (values.Values ?? []).join(' or ')] as [string, string]] : [],
  );
  return [...here, ...(data.And ?? []).flatMap(selectedBy)];
}
