import { isComplete, type StoredAnswer } from '#lambdas/cost-reports/cost-explorer/stored-answer.ts';
import { monthsIn } from '#lambdas/cost-reports/periods.ts';

/** What a reader must know before believing a complete answer, in whole sentences. */
export function notesOn(answer: StoredAnswer): string[] {
  return [...missingMetrics(answer), ...missingMonths(answer), ...pagesLeftOut(answer), ...begunAnew(answer)];
}

/** The same words for every query, so that they are said once. */
function missingMetrics({ pages }: StoredAnswer): string[] {
  const missing = new Set(pages.flatMap((page) => [...page.missing]));
  const has = (...metrics: Parameters<typeof missing.has>[0][]) => metrics.some((name) => missing.has(name));
  return [
    ...(has('NetUnblendedCost', 'NetAmortizedCost')
      ? ['AWS gave no net amounts for some or all costs; those before discounts stand in for them.']
      : []),
    ...(has('AmortizedCost')
      ? ['AWS gave no amortized amounts for some or all costs; unblended ones stand in for them.']
      : []),
    ...(has('UnblendedCost')
      ? ['AWS gave no unblended amounts for some or all costs; blended ones stand in for them.']
      : []),
  ];
}

function missingMonths({ query, pages }: StoredAnswer): string[] {
  if (query.operation !== 'GetCostAndUsage') return [];
  const absent = monthsIn(query.period).filter((month) => !pages.some(({ told }) => told.has(month)));
  return absent.length > 0 ? [`AWS left ${absent.join(', ')} out of its answer to ${query.name}.`] : [];
}

function pagesLeftOut(answer: StoredAnswer): string[] {
  const { query, pages } = answer;
  if (!isComplete(answer) || pages.at(-1)?.nextToken === undefined) return [];
  const first = pages.length === 1 ? 'page' : `${pages.length} pages`;
  return [`Only the first ${first} of ${query.name} came into the report; AWS has more.`];
}

function begunAnew({ query, folder }: StoredAnswer): string[] {
  return folder.attempt > 1
    ? [`AWS forgot a page token of ${query.name}, so it was asked anew from its first page.`]
    : [];
}
