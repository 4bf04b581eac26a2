import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { REDACTION_VERSION } from '#lambdas/runtime/redact/redact-text.ts';
import type { CaseApi } from '#lambdas/support-cases/read/case-api.ts';
import { stateOf } from '#lambdas/support-cases/read/support-errors.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { redactAgain } from '#lambdas/support-cases/sync/redact-again.ts';
import { settleCase } from '#lambdas/support-cases/sync/settle-case.ts';
import { storeAttachments } from '#lambdas/support-cases/sync/store-attachments.ts';
import { remindersDue } from '#lambdas/support-cases/tell/reminders-due.ts';

/**
 * What is to be done with the cases that are known, AWS's news apart: tell what was not told, remind, redact anew, keep
 * files. What fails with one stops no other, and comes back.
 */
export async function keepCases(
  { account, api, rows }: { account: Account; api: CaseApi; rows: Map<string, CaseRow> },
  ports: SupportPorts,
): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const [displayId, row] of rows) {
    try {
      rows.set(displayId, await keepCase(row, account, api, ports));
    } catch (error) {
      if (stateOf(error) !== 'failed') throw error;
      errors.push(error);
    }
  }
  return errors;
}

async function keepCase(row: CaseRow, account: Account, api: CaseApi, ports: SupportPorts): Promise<CaseRow> {
  let kept = await settleCase(row, account, ports);
  kept = await remind(kept, account, ports);
  if (kept.redaction.version !== REDACTION_VERSION && ports.hasTime()) {
    kept = await redactAgain(kept, account, ports);
  }
  const hasFiles = ports.settings.attachments && ports.hasTime();
  return hasFiles ? storeAttachments(api, kept, ports) : kept;
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
