import { levelSpelling } from '#lambdas/cost-reports/record-type.ts';

/** What of a commitment a line tells: who was covered, what was taken off for it, who pays. */
export type CommitmentUse = {
  commitment: 'savings_plan' | 'reservation';
  measure: 'covered_usage' | 'negation' | 'recurring_fee' | 'upfront_fee';
};

const plan = (measure: CommitmentUse['measure']): CommitmentUse => ({ commitment: 'savings_plan', measure });
const reservation = (measure: CommitmentUse['measure']): CommitmentUse => ({
  commitment: 'reservation',
  measure,
});

/** By levelled spelling. */
const USES = new Map<string, CommitmentUse>([
  ['savingsplancoveredusage', plan('covered_usage')],
  ['savingsplannegation', plan('negation')],
  ['savingsplanrecurringfee', plan('recurring_fee')],
  ['savingsplanupfrontfee', plan('upfront_fee')],
  ['discountedusage', reservation('covered_usage')],
  ['reservationappliedusage', reservation('covered_usage')],
  ['recurring', reservation('recurring_fee')],
  ['recurringfee', reservation('recurring_fee')],
  ['recurringreservationfee', reservation('recurring_fee')],
  ['rifee', reservation('recurring_fee')],
  ['rirecurringfee', reservation('recurring_fee')],
  ['riupfront', reservation('upfront_fee')],
  ['riupfrontfee', reservation('upfront_fee')],
  ['upfront', reservation('upfront_fee')],
  ['upfrontfee', reservation('upfront_fee')],
  ['upfrontreservationfee', reservation('upfront_fee')],
]);

/** Undefined where a record type is about no commitment. */
export function commitmentUseOf(recordType: string): CommitmentUse | undefined {
  return USES.get(levelSpelling(recordType));
}
