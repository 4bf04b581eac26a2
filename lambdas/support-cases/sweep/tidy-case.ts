import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { redactAgain } from '#lambdas/support-cases/sync/redact-again.ts';

/** Another writer's thread may name an object that it has not committed yet. */
const ORPHAN_MS = 3_600_000;

/** Deletes the threads of a case that no row names, of runs that ended midway, and writes the redacted one anew where it is gone. */
export async function tidyCase(
  row: CaseRow | undefined,
  account: Account,
  ports: SupportPorts,
): Promise<void> {
  if (!row) return;
  const { stores, now } = ports;
  const before = new Date(now().getTime() - ORPHAN_MS);
  await stores.dropOrphans('raw', row, row.thread.raw, before);
  if (await stores.dropOrphans('redacted', row, row.thread.redacted, before)) return;
  try {
    await redactAgain(row, account, ports);
  } catch (error) {
    // Another has written the case meanwhile, and its thread.
    if (!(error instanceof BusyError)) throw error;
  }
}
