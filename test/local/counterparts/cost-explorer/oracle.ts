import { Decimal } from 'decimal.js';
import { type Charge, METRICS, type Metric } from '#local/counterparts/cost-explorer/ledger/charge.ts';
import type { CostLedger } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';

Decimal.set({ precision: 60, toExpNeg: -30, toExpPos: 40 });

/** Sums of a ledger's charges, reckoned with another library than Cost Explorer's counterpart has. */
export function sumsOf(
  ledger: CostLedger,
  months: readonly string[],
  {
    metric,
    wanted,
    nameOf,
  }: { metric: Metric; wanted: (charge: Charge) => boolean; nameOf: (charge: Charge) => string },
): Record<string, string> {
  const sums = new Map<string, Decimal>();
  for (const charge of months.flatMap((month) => ledger.charges(month)).filter(wanted)) {
    const units = charge.amounts[METRICS.indexOf(metric)] ?? 0n;
    const name = nameOf(charge);
    sums.set(name, (sums.get(name) ?? new Decimal(0)).plus(new Decimal(String(units)).div(1e10)));
  }
  return Object.fromEntries([...sums].map(([name, sum]) => [name, sum.isZero() ? '0' : sum.toString()]));
}
