import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import { type KnownAccounts, knownAccounts, type Members } from '#lambdas/runtime/known-accounts.ts';

export type AskedAccount = { id: string; name: string };

/** The accounts that have the reader role, by their ids. */
export function accountsToAsk(records: AccountRecord[], members: Members): AskedAccount[] {
  return toAskedAccounts(knownAccounts(records, members));
}

/** Of members, what an inventory says of them. */
export function toAskedAccounts({ asked }: Pick<KnownAccounts, 'asked'>): AskedAccount[] {
  return asked.map(({ id, name = '' }) => ({ id, name }));
}
