import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { SyncPorts } from '#lambdas/support-cases/support-ports.ts';
import { toObservation } from '#lambdas/support-cases/tell/to-observation.ts';

/**
 * Ends what the last write of a row has begun, and writes that it is done: deletes the threads that others took the place of,
 * so that what AWS took out is gone from ours, and tells what nobody may have been told yet. The same change twice has
 * the same words.
 */
export async function settleCase(
  row: CaseRow,
  account: Account,
  { rows, stores, observe, settings, partition }: SyncPorts,
): Promise<CaseRow> {
  const { pending, former, ...rest } = row;
  if (!pending && !former) return row;
  for (const store of ['raw', 'redacted'] as const) {
    const key = former?.[store];
    if (key !== undefined) await stores.deleteThread(store, key);
  }
  const { firstAnswerMinutes } = settings;
  if (pending) await observe(toObservation(row, pending, { account, firstAnswerMinutes, partition }));
  const settled: CaseRow = { ...rest, version: row.version + 1 };
  await rows.writeCase(settled, row.version);
  return settled;
}

/** What is to be deleted when `next` has taken the place of `before`. */
export function formerOf(
  before: CaseRow['thread'] | undefined,
  next: CaseRow['thread'],
): Pick<CaseRow, 'former'> {
  const former = {
    ...(before && before.raw !== next.raw ? { raw: before.raw } : {}),
    ...(before && before.redacted !== next.redacted ? { redacted: before.redacted } : {}),
  };
  return Object.keys(former).length > 0 ? { former } : {};
}
