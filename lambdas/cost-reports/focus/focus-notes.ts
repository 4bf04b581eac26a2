import type { UsageQuery } from '#lambdas/cost-reports/cost-query.ts';

/** What readers of costs from an export must know, in whole sentences. */
export function focusNotes({ groupBy }: UsageQuery, missing: readonly string[]): string[] {
  const isByService = groupBy.some(({ key }) => key === 'SERVICE');
  return [
    'FOCUS knows no costs before discounts: unblended is its BilledCost and amortized its EffectiveCost, the same as their net forms. What Savings Plans cover is billed with nothing there, so that nothing is negated either.',
    ...(isByService
      ? ['Services have the names of FOCUS, where Amazon EC2 is one service, not two as in Cost Explorer.']
      : []),
    ...missing.map(
      (month) =>
        `The export has nothing of ${month}. It begins when it was created; AWS Support can fill in earlier months.`,
    ),
  ];
}
