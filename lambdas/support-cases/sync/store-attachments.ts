import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import type { SyncPorts } from '#lambdas/support-cases/sync/sync-case.ts';

/** Keeps the files of a case that are not kept yet. Those that AWS has no more count as kept: nothing can be done. */
export async function storeAttachments(
  api: Pick<CaseApi, 'attachment'>,
  row: CaseRow,
  { rows, stores }: SyncPorts,
): Promise<CaseRow> {
  const missing = row.attachments.filter(({ isStored }) => !isStored);
  if (missing.length === 0) return row;
  const stored = new Set<string>();
  const errors: unknown[] = [];
  for (const { id } of missing) {
    try {
      const file = await api.attachment(id);
      if (file) await stores.writeAttachment(row, id, file.chunks);
      stored.add(id);
    } catch (error) {
      errors.push(error);
    }
  }
  if (stored.size === 0) throw new AggregateError(errors, 'No file of a case could be kept');
  const attachments = row.attachments.map(({ id, isStored }) => ({
    id,
    isStored: isStored || stored.has(id),
  }));
  const next = { ...row, attachments, version: row.version + 1 };
  await rows.writeCase(next, row.version);
  if (errors.length > 0) throw new AggregateError(errors, 'Some files of a case could not be kept');
  return next;
}
