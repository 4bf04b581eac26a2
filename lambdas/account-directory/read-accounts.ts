import type { ListedAccount, Read } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { toRecord } from '#lambdas/account-directory/to-record.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';

/**
 * Reads tags and contacts of accounts, one after the other, and keeps them. One that fails does not stop the
 * rest, and names itself: when the message comes again, only what failed is read.
 */
export async function readAccounts({ accounts, seenAt }: Read, ports: DirectoryPorts): Promise<void> {
  const failures: { id: string; error: unknown }[] = [];
  for (const account of accounts) {
    try {
      await readAccount(account, new Date(seenAt), ports);
    } catch (error) {
      failures.push({ id: account.id, error });
    }
  }
  if (failures.length === 0) return;
  const errors = failures.map(({ error }) => error);
  throw new RetryLaterError('Accounts could not be read', {
    fields: {
      accounts: failures.map(({ id }) => id),
      errors: [...new Set(errors.map((error) => (error instanceof Error ? error.name : 'not an Error')))],
    },
    cause: new AggregateError(errors),
  });
}

/** What a later look told stays, since an event came meanwhile; so does what this one told: it is a repeat. */
export async function readAccount(listed: ListedAccount, seenAt: Date, ports: DirectoryPorts): Promise<void> {
  const before = await ports.readRecord(listed.id);
  if (before && Date.parse(before.readAt) >= seenAt.getTime()) return;
  const tags = await ports.readTags(listed.id);
  if (!tags) return;
  // AWS refuses to tell the contacts of any other.
  const contacts = listed.state === 'ACTIVE' ? await ports.readContacts(listed.id) : {};
  const readAt = seenAt.toISOString();
  await ports.writeRecord(toRecord(listed, ports.ownerTag, { tags, contacts, readAt, before }));
}
