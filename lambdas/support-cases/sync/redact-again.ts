import type { Account } from '#lambdas/contracts/settings.ts';
import type { CaseRow } from '#lambdas/contracts/support/case-row.ts';
import { redactThread } from '#lambdas/support-cases/redact/redact-thread.ts';
import { redactionRules } from '#lambdas/support-cases/redact/redaction-rules.ts';
import { withheldReason } from '#lambdas/support-cases/redact/withheld-reason.ts';
import type { SyncPorts } from '#lambdas/support-cases/support-ports.ts';
import { formerOf, settleCase } from '#lambdas/support-cases/sync/settle-case.ts';

/** Redacts a thread anew by the rules and settings of today, without asking AWS: nobody is told. */
export async function redactAgain(kept: CaseRow, account: Account, ports: SyncPorts): Promise<CaseRow> {
  const { rows, stores, settings } = ports;
  const row = await settleCase(kept, account, ports);
  const thread = await stores.readThread(row.thread.raw);
  if (!thread) return row;
  const withheld = withheldReason(thread, account, settings.withhold);
  const redacted = await redactThread(thread, {
    ...(withheld ? { withheld } : {}),
    pseudonyms: settings.pseudonyms,
  });
  const keys = { ...row.thread, redacted: await stores.writeThread('redacted', redacted) };
  const { version = 0, found = {} } = redacted.redaction ?? {};
  const { withheld: _former, ...rest } = row;
  const next: CaseRow = {
    ...rest,
    subject: redacted.subject,
    ...(withheld ? { withheld } : {}),
    redaction: { version, found, rules: redactionRules(account, settings) },
    thread: keys,
    ...formerOf(row.thread, keys),
    version: row.version + 1,
  };
  await rows.writeCase(next, row.version);
  return settleCase(next, account, ports);
}
