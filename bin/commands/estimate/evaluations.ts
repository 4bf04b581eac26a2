import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import type { PriceName } from '#bin/commands/estimate/prices.ts';
import type { Scale } from '#bin/commands/estimate/work.ts';

/** Each account and Region is counted by itself. */
const TIERS: { above: number; price: PriceName }[] = [
  { above: 0, price: 'evaluations' },
  { above: 100_000, price: 'evaluationsAbove100000' },
  { above: 500_000, price: 'evaluationsAbove500000' },
];

/**
 * What the Config rules cost, tier by tier: each type stands in one rule, so that a change is one evaluation. None
 * where there are no rules.
 */
export function evaluationsOf(
  { accounts, ruleRegions = 0 }: Scale,
  changes: number = ASSUMED.changesPerAccountAndRegion,
): { what: string; price: PriceName; quantity: number }[] {
  if (ruleRegions === 0) return [];
  return TIERS.map(({ above, price }, index) => {
    const below = TIERS[index + 1]?.above ?? Infinity;
    return {
      what:
        above === 0 ? 'Config: evaluations' : `Config: evaluations above ${above.toLocaleString('en-US')}`,
      price,
      quantity: Math.max(0, Math.min(changes, below) - above) * accounts * ruleRegions,
    };
  }).filter((tier, index) => index === 0 || tier.quantity > 0);
}
