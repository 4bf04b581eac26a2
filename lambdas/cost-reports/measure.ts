/**
 * What costs are summed to. `usage` … `other` are disjoint and sum up to `gross` together with nothing else;
 * `net` is gross with credits and refunds, which are negative.
 */
export const MEASURES = [
  'gross',
  'usage',
  'commitment_fees',
  'upfront_fees',
  'negation',
  'discounts',
  'tax',
  'support',
  'other',
  'credits',
  'refunds',
  'net',
] as const;
export type Measure = (typeof MEASURES)[number];
export type Measures = Readonly<Record<Measure, bigint>>;
