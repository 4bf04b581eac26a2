import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { readAccount } from '#lambdas/account-directory/read-accounts.ts';
import { LEFT } from '#lambdas/contracts/directory.ts';

/** Late events of an account that left still find its name and owner. */
const KEPT_DAYS = 30;

/** Reads one account anew; one that the Organization no longer has is marked, and forgotten after a month. */
export async function lookAtAccount(accountId: string, ports: DirectoryPorts): Promise<void> {
  const seenAt = ports.now();
  const listed = await ports.findAccount(accountId);
  if (listed) return readAccount(listed, seenAt, ports);
  const before = await ports.readRecord(accountId);
  if (!before || before.state === LEFT) return;
  const until = new Date(seenAt.getTime() + KEPT_DAYS * 86_400_000);
  const readAt = seenAt.toISOString();
  await ports.writeRecord({ ...before, state: LEFT, targetSince: null, readAt }, until);
}
