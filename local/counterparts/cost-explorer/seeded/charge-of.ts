import type { Charge, Purpose } from '../ledger/charge.ts';

type Costs = {
  unblended: bigint;
  amortized?: bigint;
  netUnblended?: bigint;
  netAmortized?: bigint;
  quantity?: bigint;
};

/** A charge by its bases: each that is not given is as the one that it is made from. */
export function chargeOf(day: string, purpose: Purpose, costs: Costs): Charge {
  const { unblended, amortized = unblended, netUnblended = unblended, quantity = 0n } = costs;
  const { netAmortized = costs.netUnblended ?? amortized } = costs;
  const amounts = [unblended, amortized, netUnblended, netAmortized, unblended, quantity, 0n];
  return { day, purpose, amounts };
}

const variants = new WeakMap<Purpose, Map<string, Purpose>>();

/** The same purpose, charged otherwise: always the same object, as charges of many days share it. */
export function variantOf(purpose: Purpose, recordType: string, more: Partial<Purpose> = {}): Purpose {
  const known = variants.get(purpose) ?? new Map<string, Purpose>();
  variants.set(purpose, known);
  const variant = known.get(recordType) ?? { ...purpose, ...more, recordType };
  known.set(recordType, variant);
  return variant;
}
