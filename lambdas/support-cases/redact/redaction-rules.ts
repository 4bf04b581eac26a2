import { createHash } from 'node:crypto';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { REDACTION_VERSION } from '#lambdas/runtime/redact/redact-text.ts';

/**
 * Names all that decides what is taken out of the cases of an account: the rules, the settings, and where the account stands.
 * A thread that was redacted by others is redacted anew.
 */
export function redactionRules(
  { ou, tags }: Pick<Account, 'ou' | 'tags'>,
  { withhold, pseudonyms }: Pick<SupportCasesSettings, 'withhold' | 'pseudonyms'>,
): string {
  const asked = Object.keys(withhold.tags).sort();
  const own = asked.map((key) => (Object.hasOwn(tags, key) ? tags[key] : null));
  const all = [REDACTION_VERSION, pseudonyms, withhold, withhold.ous.length > 0 ? ou : null, own];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
}
