import type { ListedAccount, Look, Read } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { isTarget } from '#lambdas/account-directory/to-record.ts';
import { type AccountRecord, LEFT } from '#lambdas/contracts/directory.ts';

/** At AWS's ten questions about contacts a second, some eight seconds of work. */
const ACCOUNTS_PER_MESSAGE = 25;

/**
 * Walks the tree and has its accounts read: all of them, or those of which it tells something else than the
 * directory. Those that the directory alone knows are looked at by themselves: an account that is moved
 * during the walk may be missed by it.
 */
export async function sweepOrganization(which: 'all' | 'changed', ports: DirectoryPorts): Promise<void> {
  const seenAt = ports.now();
  // One that is moved during the walk may be seen twice: where it was last, it is.
  const inTree = new Map<string, ListedAccount>();
  for await (const account of ports.walkTree()) inTree.set(account.id, account);
  const listed = [...inTree.values()];
  const records = new Map<string, AccountRecord>();
  for await (const record of ports.listRecords()) records.set(record.id, record);

  const toRead =
    which === 'all' ? listed : listed.filter((account) => differs(account, records.get(account.id)));
  const reads: Read[] = [];
  for (let start = 0; start < toRead.length; start += ACCOUNTS_PER_MESSAGE) {
    const accounts = toRead.slice(start, start + ACCOUNTS_PER_MESSAGE);
    reads.push({ kind: 'read', accounts, seenAt: seenAt.toISOString() });
  }

  for (const { id } of listed) records.delete(id);
  const looks = [...records.values()]
    .filter(({ state, readAt }) => state !== LEFT && Date.parse(readAt) < seenAt.getTime())
    .map(({ id }): Look => ({ kind: 'look', account: id }));
  await ports.send([...reads, ...looks]);
}

function differs(listed: ListedAccount, record: AccountRecord | undefined): boolean {
  if (!record) return true;
  const { name, ou, state } = listed;
  const isSame = (record.name ?? '') === name && record.ou === ou && record.state === state;
  return !isSame || (record.targetSince !== null) !== isTarget(listed);
}
