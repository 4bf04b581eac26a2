import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import type { SyncPorts } from '#lambdas/support-cases/support-ports.ts';
import { type CaseSync, syncCase } from '#lambdas/support-cases/sync/sync-case.ts';

const TRIES = 3;

/** The same, and once more from the row that is there where another writer was faster: an event and a sweep may meet. */
export async function syncLatest(
  api: Parameters<typeof syncCase>[0],
  sync: CaseSync,
  ports: SyncPorts,
): Promise<CaseRow> {
  for (let tries = 1, { before } = sync; ; tries += 1) {
    try {
      return await syncCase(api, { ...sync, before }, ports);
    } catch (error) {
      if (!(error instanceof RetryLaterError) || tries === TRIES) throw error;
      before = await ports.rows.caseOf(sync.account.id, sync.found.displayId);
    }
  }
}
