import type { Measure, Measures } from '#lambdas/cost-reports/measure.ts';
import { absolute } from '#lambdas/runtime/decimal.ts';
import { formatPercentChange } from '#lambdas/runtime/money.ts';

type Change = { current: Measures; previous: Measures };
type Reason = (grew: boolean, change: Change) => string;
type Part = { measures: readonly Measure[]; reason: Reason };

const said =
  (more: string, less: string): Reason =>
  (grew) =>
    grew ? more : less;
const once = (what: string) => said(what, `${what} the week before`);

/** Disjoint, and together all of net. What Savings Plans cover stands in usage and, negated, in negation. */
const PARTS: readonly Part[] = [
  { measures: ['usage', 'negation'], reason: (_, change) => reasonOfUsage(change) },
  { measures: ['credits'], reason: (grew, change) => reasonOfCredits(grew, change) },
  { measures: ['upfront_fees'], reason: once('upfront fee') },
  { measures: ['commitment_fees'], reason: said('more recurring fees', 'fewer recurring fees') },
  { measures: ['refunds'], reason: said('a refund the week before', 'a refund') },
  { measures: ['discounts'], reason: said('less discount', 'more discount') },
  { measures: ['tax'], reason: once('tax') },
  { measures: ['support'], reason: once('support fee') },
  { measures: ['other'], reason: said('other charges', 'other charges') },
];

/** What a change most likely is, in a few words: it follows from the part of it that moved most. */
export function reasonOf(key: string, change: Change): string {
  const moves = PARTS.map((part) => ({ part, by: movedBy(part, change) }));
  const most = moves.reduce((a, b) => (absolute(b.by) > absolute(a.by) ? b : a));
  const reason = most.part.reason(most.by > 0n, change);
  const ofPlans = reason.includes('fee') && /^savings plans/i.test(key);
  return ofPlans ? reason.replace(/fees?/, '$& of Savings Plans') : reason;
}

/** Credits are negative: the change grows where they shrink. */
function reasonOfCredits(shrank: boolean, { current, previous }: Change): string {
  if (shrank) return current.credits === 0n ? 'credits ended' : 'fewer credits';
  return previous.credits === 0n ? 'credits began' : 'more credits';
}

function reasonOfUsage({ current, previous }: Change): string {
  if (isNothing(previous)) return 'new';
  if (isNothing(current)) return 'gone';
  const percent = formatPercentChange(current.usage + current.negation, previous.usage + previous.negation);
  return percent ? `usage ${percent}` : 'usage';
}

function isNothing(measures: Measures): boolean {
  return Object.values(measures).every((amount) => amount === 0n);
}

function movedBy({ measures }: Part, { current, previous }: Change): bigint {
  return measures.reduce((sum, measure) => sum + current[measure] - previous[measure], 0n);
}
