import { MEASURES, type Measure, type Measures } from '#lambdas/cost-reports/measure.ts';

/** What the parts of gross are, and the two that stand beside it. */
export type Category = Exclude<Measure, 'gross' | 'net'>;

/**
 * AWS writes record types in several ways (`SavingsPlanNegation`, `Savings Plan Negation`, `RI upfront`) and
 * adds new ones: spelling is levelled, and what is unknown counts as `other`.
 */
const CATEGORIES = new Map<string, Category>([
  ['usage', 'usage'],
  ['discountedusage', 'usage'],
  ['reservationappliedusage', 'usage'],
  ['savingsplancoveredusage', 'usage'],
  ['recurring', 'commitment_fees'],
  ['recurringfee', 'commitment_fees'],
  ['recurringreservationfee', 'commitment_fees'],
  ['rifee', 'commitment_fees'],
  ['rirecurringfee', 'commitment_fees'],
  ['savingsplanrecurringfee', 'commitment_fees'],
  ['fee', 'upfront_fees'],
  ['riupfront', 'upfront_fees'],
  ['riupfrontfee', 'upfront_fees'],
  ['savingsplanupfrontfee', 'upfront_fees'],
  ['upfront', 'upfront_fees'],
  ['upfrontfee', 'upfront_fees'],
  ['upfrontreservationfee', 'upfront_fees'],
  ['savingsplannegation', 'negation'],
  ['salestax', 'tax'],
  ['tax', 'tax'],
  ['vat', 'tax'],
  ['support', 'support'],
  ['supportfee', 'support'],
  ['credit', 'credits'],
  ['refund', 'refunds'],
  ['otheroutofcyclecharges', 'other'],
]);
const DISCOUNT = /discount$|^edp|^privaterate|^bundled/;
const BESIDE_GROSS: readonly Category[] = ['credits', 'refunds'];

/** The measure that lines of a record type count for, beside gross and net. */
export function categoryOf(recordType: string): Category {
  return knownCategoryOf(recordType) ?? 'other';
}

/** Whether it is one that Reeve has a place for; of others a report says that they are in `other`. */
export function isKnownRecordType(recordType: string): boolean {
  return knownCategoryOf(recordType) !== undefined;
}

/** A record type without blanks, case and punctuation: `Savings Plan Negation` is `savingsplannegation`. */
export function levelSpelling(recordType: string): string {
  return recordType.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
}

/** Sums that grow line by line; they are Measures at any time. */
export type MeasureSums = Record<Measure, bigint>;

export function emptyMeasures(): MeasureSums {
  return Object.fromEntries(MEASURES.map((measure) => [measure, 0n])) as MeasureSums;
}

/** Adds an amount where its record type belongs: to its category, to gross unless it is a credit or a refund, to net. */
export function addAmount(sums: MeasureSums, recordType: string, amount: bigint): void {
  const category = categoryOf(recordType);
  sums[category] += amount;
  if (!BESIDE_GROSS.includes(category)) sums.gross += amount;
  sums.net += amount;
}

/** The measures of amounts, each with its record type. */
export function measuresOf(amounts: Iterable<readonly [recordType: string, amount: bigint]>): Measures {
  const sums = emptyMeasures();
  for (const [recordType, amount] of amounts) addAmount(sums, recordType, amount);
  return sums;
}

function knownCategoryOf(recordType: string): Category | undefined {
  const level = levelSpelling(recordType);
  return CATEGORIES.get(level) ?? (DISCOUNT.test(level) ? 'discounts' : undefined);
}
