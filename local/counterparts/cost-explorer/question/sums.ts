import { toText } from '../amount.ts';
import { monthOf } from '../calendar.ts';
import { type Charge, METRICS, type Metric, type Purpose } from '../ledger/charge.ts';
import type { Switches } from '../switches.ts';
import { isQuantity } from './metrics.ts';
import type { Granularity } from './period.ts';

/** What the charges of a group come to. */
export type Sum = { keys: string[]; amounts: bigint[]; unit?: string };

/** Groups by the day or month that they are of. A group without charges there is absent. */
export type Sums = Map<string, Map<string, Sum>>;

export function sumUp(
  charges: Iterable<Charge>,
  keysOf: (purpose: Purpose) => string[],
  by: Granularity,
): Sums {
  const sums: Sums = new Map();
  const keysOfPurpose = new Map<Purpose, { id: string; keys: string[] }>();
  for (const { day, purpose, amounts } of charges) {
    const known = keysOfPurpose.get(purpose);
    const { id, keys } = known ?? named(keysOf(purpose));
    if (!known) keysOfPurpose.set(purpose, { id, keys });
    const slice = by === 'DAILY' ? day : monthOf(day);
    const groups = sums.get(slice) ?? new Map<string, Sum>();
    sums.set(slice, groups);
    const sum = groups.get(id);
    if (!sum) groups.set(id, { keys, amounts: [...amounts], unit: purpose.unit });
    else addTo(sum, amounts, purpose.unit);
  }
  return sums;
}

const named = (keys: string[]) => ({ id: keys.join('\0'), keys });

function addTo(sum: Sum, amounts: readonly bigint[], unit: string): void {
  amounts.forEach((amount, index) => {
    sum.amounts[index] = (sum.amounts[index] ?? 0n) + amount;
  });
  if (sum.unit !== unit) sum.unit = 'N/A';
}

/** The metrics of a sum as Cost Explorer writes them. Unlike units are summed all the same, and called N/A. */
export function toMetrics(sum: Sum | undefined, metrics: Metric[], { currency }: Switches) {
  return Object.fromEntries(
    metrics.map((metric) => {
      const amount = toText(sum?.amounts[METRICS.indexOf(metric)] ?? 0n);
      return [metric, { Amount: amount, Unit: isQuantity(metric) ? (sum?.unit ?? 'N/A') : currency }];
    }),
  );
}
