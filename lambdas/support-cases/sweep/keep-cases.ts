import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import { redactionRules } from '#lambdas/support-cases/redact/redaction-rules.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { redactAgain } from '#lambdas/support-cases/sync/redact-again.ts';
import { settleCase } from '#lambdas/support-cases/sync/settle-case.ts';
import { storeAttachments } from '#lambdas/support-cases/sync/store-attachments.ts';
import { remindersDue } from '#lambdas/support-cases/tell/reminders-due.ts';

type Kept = { account: Account; api: CaseApi; rows: Map<string, CaseRow>; holdsFiles: boolean };

/**
 * What is to be done with the cases that are known, AWS's news apart: tell what was not told, remind, redact anew, keep
 * files. What fails with one stops no other, and comes back.
 */
export async function keepCases(
  { account, api, rows }: Pick<Kept, 'account' | 'api' | 'rows'>,
  ports: SupportPorts,
): Promise<unknown[]> {
  const errors: unknown[] = [];
  const progress: Kept = { account, api, rows, holdsFiles: false };
  for (const row of rows.values()) {
    try {
      await keepPresent(row, progress, ports);
    } catch (error) {
      if (stateOf(error) !== 'failed') throw error;
      errors.push(error);
    }
  }
  return errors;
}

/** An event may have written the row since it was read: once more from what is there, else it has done all, or the next sweep will. */
async function keepPresent(row: CaseRow, progress: Kept, ports: SupportPorts): Promise<void> {
  const { account, displayId } = row;
  try {
    return await keepCase(row, progress, ports);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
  }
  try {
    const present = await ports.rows.caseOf(account, displayId);
    if (present) await keepCase(present, progress, ports);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
  }
}

async function keepCase(row: CaseRow, progress: Kept, ports: SupportPorts): Promise<void> {
  const { account, api, rows } = progress;
  let kept = await settleCase(row, account, ports);
  kept = await remind(kept, account, ports);
  if (kept.redaction.rules !== redactionRules(account, ports.settings) && ports.hasTime()) {
    kept = await redactAgain(kept, account, ports);
  }
  if (ports.settings.attachments && !progress.holdsFiles && ports.hasTime()) {
    const { row: stored, isHeld } = await storeAttachments(api, kept, ports);
    progress.holdsFiles = isHeld;
    kept = stored;
  }
  rows.set(kept.displayId, kept);
}

/** Nobody is reminded of what was there before Reeve came: the first look has named it. */
async function remind(row: CaseRow, account: Account, ports: SupportPorts): Promise<CaseRow> {
  const { settings, rows, now } = ports;
  const due = row.isBaseline ? [] : remindersDue(row, settings, now());
  if (due.length === 0) return row;
  const reminded: CaseRow = {
    ...row,
    pending: due,
    reminded: [...row.reminded, ...due.flatMap(({ key }) => key ?? [])],
    readAt: now().toISOString(),
    version: row.version + 1,
  };
  await rows.writeCase(reminded, row.version);
  return settleCase(reminded, account, ports);
}
