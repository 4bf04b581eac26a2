import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { type AccountLookup, accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { errorFields, log } from '#lambdas/runtime/log.ts';

export type AccountLookupProps = { table: string; accounts: Account[]; now: () => Date };

const KNOWN_MINUTES = 15;
/** A new account, or the end of an outage, is noticed after this. */
const UNKNOWN_MINUTES = 1;

/**
 * What the settings say of an account, and of the rest what the directory holds, remembered for a quarter of
 * an hour. A failed look-up shortens a message and never loses it.
 */
export function accountLookup({ table, accounts, now }: AccountLookupProps): AccountLookup {
  const rows = directoryRows(table);
  const inSettings = accountsInSettings(accounts);
  const remembered = new Map<string, { record: Promise<AccountRecord | undefined>; until: number }>();

  async function read(accountId: string): Promise<AccountRecord | undefined> {
    try {
      return await rows.get<AccountRecord>(accountId, ACCOUNT_ROW);
    } catch (error) {
      log.warn('Account could not be looked up', { account: accountId, ...errorFields(error) });
      return undefined;
    }
  }

  function recall(accountId: string): Promise<AccountRecord | undefined> {
    const before = remembered.get(accountId);
    if (before && now().getTime() < before.until) return before.record;
    const entry = { record: read(accountId), until: minutesFromNow(UNKNOWN_MINUTES) };
    remembered.set(accountId, entry);
    return entry.record.then((record) => {
      if (record) entry.until = minutesFromNow(KNOWN_MINUTES);
      return record;
    });
  }

  function minutesFromNow(minutes: number): number {
    return now().getTime() + minutes * 60_000;
  }

  return async (accountId) => toAccount(await inSettings(accountId), await recall(accountId));
}

function toAccount(said: Account, found: AccountRecord | undefined): Account {
  const { name = found?.name, ou = found?.ou, owner = found?.owner } = said;
  return {
    id: said.id,
    ...(name ? { name } : {}),
    ...(ou ? { ou } : {}),
    ...(owner ? { owner } : {}),
    tags: { ...found?.tags, ...said.tags },
  };
}
