import { daysIn } from '../calendar.ts';
import { type CostLedger, ledgerOf } from '../ledger/cost-ledger.ts';
import type { LineItem } from '../ledger/line-item.ts';
import { accountCharges } from './account-charges.ts';
import { payerCharges } from './payer-charges.ts';
import type { SeededAccount } from './seeded-account.ts';
import { type Stream, streamsOf } from './streams.ts';

export type SeededOptions = {
  /** The same seed and accounts give the same ledger. */
  seed: string;
  accounts: readonly SeededAccount[];
  /** Who pays for all: the first account unless said otherwise. */
  payer?: string;
  /** The part of all days that has costs: less in large Organizations, so that they can be summed in a test. */
  density?: number;
  /** Lines beside the seed's. */
  items?: readonly LineItem[];
};

/** So many accounts have costs every day. */
const DENSE_ACCOUNTS = 200;

/** A believable bill of any month, made when it is asked for. */
export function seededLedger({ seed, accounts, items = [], ...options }: SeededOptions): CostLedger {
  const { density = Math.min(1, DENSE_ACCOUNTS / accounts.length), payer = accounts[0]?.id } = options;
  const streams = new Map<string, Stream[]>();
  const streamsOfAccount = (account: SeededAccount) => {
    const known = streams.get(account.id) ?? streamsOf(account, seed);
    streams.set(account.id, known);
    return known;
  };

  return ledgerOf(items, {
    names: accounts.map(({ id, name }) => [id, name]),
    charges: (month) => {
      const of = { month, days: daysIn(month), density, seed };
      const charges = accounts.flatMap((account) => accountCharges(account, streamsOfAccount(account), of));
      return payer === undefined ? charges : charges.concat(payerCharges(payer, charges, month));
    },
  });
}
