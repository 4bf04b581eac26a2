import { monthOf } from '../calendar.ts';
import type { Charge } from './charge.ts';
import { type LineItem, toCharge } from './line-item.ts';

/** All charges of an Organization, by month. Months are made when somebody asks for them. */
export type CostLedger = {
  /** Grows with each addition. */
  readonly version: number;
  charges: (month: string) => readonly Charge[];
  nameOf: (account: string) => string | undefined;
  /** Adds lines, to months of the past too: Cost Explorer restates those. */
  add: (items: readonly LineItem[]) => void;
};

/** Charges that need not be written down. */
export type ChargeSource = {
  charges: (month: string) => Charge[];
  names: Iterable<readonly [account: string, name: string]>;
};

const NOTHING: ChargeSource = { charges: () => [], names: [] };

/** A ledger of the lines that are given, and of a source's. */
export function ledgerOf(items: readonly LineItem[] = [], source: ChargeSource = NOTHING): CostLedger {
  const names = new Map(source.names);
  const months = new Map<string, Charge[]>();
  const added = new Map<string, Charge[]>();
  let version = 0;

  const add = (more: readonly LineItem[]) => {
    for (const item of more) {
      const month = monthOf(item.day);
      const charge = toCharge(item);
      if (item.accountName !== undefined) names.set(item.account, item.accountName);
      months.get(month)?.push(charge);
      added.set(month, [...(added.get(month) ?? []), charge]);
    }
    version += 1;
  };
  const open = (month: string): Charge[] => {
    const charges = [...source.charges(month), ...(added.get(month) ?? [])];
    months.set(month, charges);
    return charges;
  };

  add(items);
  return {
    get version() {
      return version;
    },
    charges: (month) => months.get(month) ?? open(month),
    nameOf: (account) => names.get(account),
    add,
  };
}
