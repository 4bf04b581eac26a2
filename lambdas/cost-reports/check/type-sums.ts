import { type Amounts, BASES, type Basis } from '#lambdas/cost-reports/cost-line.ts';
import type { MonthState } from '#lambdas/cost-reports/cost-state.ts';
import { formatDecimal, parseDecimal } from '#lambdas/runtime/decimal.ts';

type AmountSums = Record<Basis, bigint>;

/** Exact sums by record type and basis. */
export type TypeSums = ReadonlyMap<string, Amounts>;

/** Sums that grow amount by amount. */
export type GrowingSums = Map<string, AmountSums>;

export function addTo(sums: GrowingSums, recordType: string, amounts: Amounts): void {
  const sum = sums.get(recordType);
  if (!sum) sums.set(recordType, { ...amounts });
  else for (const basis of BASES) sum[basis] += amounts[basis];
}

export function totalOf(sums: TypeSums): Amounts {
  const total: GrowingSums = new Map();
  for (const amounts of sums.values()) addTo(total, '', amounts);
  return total.get('') ?? nothing();
}

/**
 * What `found` has more, or less, than `expected`, kind by kind: `Support -23.67 (unblended, amortized)`; empty
 * where they are the same to the tenth decimal.
 */
export function differenceOf(found: TypeSums, expected: TypeSums): string {
  const types = [...new Set([...found.keys(), ...expected.keys()])].sort();
  return types.flatMap((type) => differencesOfType(type, found.get(type), expected.get(type))).join('; ');
}

function differencesOfType(type: string, found = nothing(), expected = nothing()): string[] {
  const differing = BASES.filter((basis) => found[basis] !== expected[basis]);
  const bySize = Map.groupBy(differing, (basis) => formatDecimal(found[basis] - expected[basis]));
  return [...bySize].map(([size, bases]) => {
    const sign = size.startsWith('-') ? '' : '+';
    const on = bases.length === BASES.length ? 'on every basis' : bases.join(', ');
    return `${type || 'all'} ${sign}${size} (${on})`;
  });
}

export function sumsAsText(sums: TypeSums): MonthState['sums'] {
  const text = (amounts: Amounts) =>
    Object.fromEntries(BASES.map((basis) => [basis, formatDecimal(amounts[basis])])) as Record<Basis, string>;
  return Object.fromEntries([...sums].map(([type, amounts]) => [type, text(amounts)]));
}

export function sumsFromText(texts: MonthState['sums']): TypeSums {
  return new Map(
    Object.entries(texts).map(([type, amounts]) => [
      type,
      Object.fromEntries(BASES.map((basis) => [basis, parseDecimal(amounts[basis])])) as AmountSums,
    ]),
  );
}

function nothing(): AmountSums {
  return { unblended: 0n, amortized: 0n, net_unblended: 0n, net_amortized: 0n };
}
