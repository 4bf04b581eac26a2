import { findDirectory } from '#bin/commands/contacts/find-directory.ts';
import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';

/** What the last sweep learnt of the accounts that are in use, by their ids. */
export async function readDirectory(stack: string): Promise<AccountRecord[]> {
  const records: AccountRecord[] = [];
  for await (const { row, body } of directoryRows(await findDirectory(stack)).scan()) {
    if (row === ACCOUNT_ROW) records.push(body as AccountRecord);
  }
  return records.filter(({ state }) => state === 'ACTIVE').sort((a, b) => a.id.localeCompare(b.id));
}
