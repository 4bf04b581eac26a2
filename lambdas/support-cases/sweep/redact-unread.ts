import { createHash } from 'node:crypto';
import { stateKey } from '#lambdas/contracts/report-keys.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { BusyError } from '#lambdas/runtime/errors.ts';
import type { KnownAccounts } from '#lambdas/runtime/known-accounts.ts';
import { REDACTION_VERSION } from '#lambdas/runtime/redact/redact-text.ts';
import { readJson, writeJson } from '#lambdas/runtime/report-store.ts';
import { redactionRules } from '#lambdas/support-cases/redact/redaction-rules.ts';
import type { SupportPorts } from '#lambdas/support-cases/support-ports.ts';
import { isDue } from '#lambdas/support-cases/sweep/due-readings.ts';
import { redactAgain } from '#lambdas/support-cases/sync/redact-again.ts';

const DAY_MS = 86_400_000;
const KEY = stateKey('support-cases', 'redaction');

/** By which rules all accounts were looked through, and when. */
type Looked = { rules: string; at: string };

/**
 * Redacts anew the cases of accounts that AWS gives no answer for, that left, or that no sweep came to: what is withheld from
 * today on is withheld there, too. Done when the rules or settings are others, and once a day, for accounts may be moved.
 * `read`: accounts whose sweep has done it. Gives what failed.
 */
export async function redactUnread(
  known: KnownAccounts,
  read: ReadonlySet<string>,
  ports: SupportPorts,
): Promise<unknown[]> {
  const { rows, store, settings, now } = ports;
  const { withhold, pseudonyms } = settings;
  const rules = createHash('sha256')
    .update(JSON.stringify([REDACTION_VERSION, pseudonyms, withhold]))
    .digest('hex');
  const looked = await readJson<Looked>(store, KEY);
  if (looked?.rules === rules && !isDue(looked.at, DAY_MS, now())) return [];
  const errors: unknown[] = [];
  for (const id of await rows.accounts()) {
    if (!read.has(id)) errors.push(...(await redactAccount(known.of(id), ports)));
  }
  if (errors.length === 0 && ports.hasTime())
    await writeJson(store, KEY, { rules, at: now().toISOString() } satisfies Looked);
  return errors;
}

async function redactAccount(account: Account, ports: SupportPorts): Promise<unknown[]> {
  const rules = redactionRules(account, ports.settings);
  const errors: unknown[] = [];
  for (const row of await ports.rows.casesOf(account.id)) {
    if (row.redaction.rules === rules || !ports.hasTime()) continue;
    try {
      await redactAgain(row, account, ports);
    } catch (error) {
      // An event has written it: by the rules of today.
      if (!(error instanceof BusyError)) errors.push(error);
    }
  }
  return errors;
}
