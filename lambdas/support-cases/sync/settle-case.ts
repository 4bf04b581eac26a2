import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { SyncPorts } from '#lambdas/support-cases/sync/sync-case.ts';
import { toObservation } from '#lambdas/support-cases/tell/to-observation.ts';

/** Tells what nobody may have been told yet, and writes that it was. The same change twice has the same words. */
export async function settleCase(
  row: CaseRow,
  account: Account,
  { rows, observe, settings, partition }: SyncPorts,
): Promise<CaseRow> {
  const { pending, ...rest } = row;
  if (!pending) return row;
  const { firstAnswerMinutes } = settings;
  await observe(toObservation(row, pending, { account, firstAnswerMinutes, partition }));
  const settled: CaseRow = { ...rest, version: row.version + 1 };
  await rows.writeCase(settled, row.version);
  return settled;
}
