import type { CaseRow, KeptAttachment } from '#lambdas/contracts/support/case-row.ts';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import type { SyncPorts } from '#lambdas/support-cases/support-ports.ts';

const FIRST_WAIT_MS = 1_800_000;
const LONGEST_WAIT_MS = 86_400_000;
/** Some days. */
const MOST_TRIES = 10;

/**
 * Keeps the files of a case that are not kept yet. Those that AWS has no more count as kept: nothing can be done. What fails is
 * tried again later, each time after a longer wait, and given up after some days. `isHeld`: AWS takes no more questions for
 * files now, or lets nobody ask them: that says nothing of this file.
 */
export async function storeAttachments(
  api: Pick<CaseApi, 'attachment'>,
  row: CaseRow,
  { rows, stores, report, now }: SyncPorts,
): Promise<{ row: CaseRow; isHeld: boolean }> {
  const missing = row.attachments.filter((file) => isDue(file, now()));
  if (missing.length === 0) return { row, isHeld: false };
  const tried = new Map<string, KeptAttachment>();
  let isHeld = false;
  for (const kept of missing) {
    const { id } = kept;
    try {
      const file = await api.attachment(id);
      if (file) await stores.writeAttachment(row, id, file.chunks);
      tried.set(id, { id, isStored: true });
    } catch (error) {
      isHeld = stateOf(error) !== 'failed';
      report('A file of a case could not be kept', error, [row.account]);
      if (isHeld) break;
      tried.set(id, failed(kept, now()));
    }
  }
  if (tried.size === 0) return { row, isHeld };
  const attachments = row.attachments.map((file) => tried.get(file.id) ?? file);
  const next = { ...row, attachments, version: row.version + 1 };
  await rows.writeCase(next, row.version);
  return { row: next, isHeld };
}

function isDue({ isStored, tries = 0, nextAt = '' }: KeptAttachment, now: Date): boolean {
  return !isStored && tries < MOST_TRIES && nextAt <= now.toISOString();
}

function failed({ id, tries = 0 }: KeptAttachment, now: Date): KeptAttachment {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS);
  const isLast = tries + 1 === MOST_TRIES;
  const nextAt = new Date(now.getTime() + wait).toISOString();
  return { id, isStored: false, tries: tries + 1, ...(isLast ? {} : { nextAt }) };
}
