import type { Alarm, Comparison } from '#local/estate.ts';

const COMPARISONS: Record<Comparison, (value: number, threshold: number) => boolean> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
};

/** Whether an alarm rings at this value of its metric. A metric without a value is silent. */
export function isRinging({ comparison, threshold }: Alarm, value: number | undefined): boolean {
  return value !== undefined && COMPARISONS[comparison](value, threshold);
}

/** Whether a word is a comparison with a fixed threshold. */
export function isComparison(word: string): word is Comparison {
  return Object.hasOwn(COMPARISONS, word);
}
