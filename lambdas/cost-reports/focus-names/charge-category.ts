import { levelSpelling } from '#lambdas/cost-reports/record-type.ts';

/** By levelled spelling: AWS writes `SavingsPlanNegation` as well as `Savings Plan Negation`. */
const CATEGORIES: [category: string, recordTypes: RegExp][] = [
  ['Usage', /usage$/],
  ['Tax', /^(?:sales)?tax$|^vat$/],
  ['Credit', /^credit$/],
  ['Adjustment', /^refund$|negation$|discount$/],
  ['Purchase', /fee$|^support$|upfront$|^recurring$/],
];

/** The charge category of FOCUS for a record type of AWS; null where none is known, for a guess would be believed. */
export function chargeCategoryOf(recordType: string): string | null {
  const level = levelSpelling(recordType);
  return CATEGORIES.find(([, recordTypes]) => recordTypes.test(level))?.[0] ?? null;
}
