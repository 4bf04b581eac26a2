import { matchesGlob } from '#lambdas/contracts/matches-glob.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import type { WithheldReason } from '#lambdas/contracts/support/case-row.ts';
import type { CaseThread } from '#lambdas/contracts/support/case-thread.ts';
import type { SupportCasesSettings } from '#lambdas/contracts/support/support-cases-settings.ts';
import { isSecuritySubject } from '#lambdas/support-cases/redact/security-subject.ts';
import {
  SECURITY_CODES,
  WITHHELD_CATEGORIES,
  WITHHELD_SERVICES,
  WITHHELD_WORDS,
} from '#lambdas/support-cases/redact/withheld-codes.ts';

type Rules = SupportCasesSettings['withhold'];
type Subject = Pick<CaseThread, 'subject' | 'service' | 'category' | 'account'>;

/** Why a case is not for all readers; undefined: it is. The first that holds and is not excepted. */
export function withheldReason(thread: Subject, account: Account, rules: Rules): WithheldReason | undefined {
  const holds: Record<WithheldReason, () => boolean> = {
    account: () => rules.accounts.includes(thread.account),
    ou: () => rules.ous.some((ou) => isWithin(account.ou, ou)),
    tag: () => Object.entries(rules.tags).some(([key, values]) => hasTag(account, key, values)),
    security: () => isSecurityCode(thread) || isSecuritySubject(thread.subject),
    'account-and-billing': () => isAboutAccount(thread),
  };
  return (['account', 'ou', 'tag', 'security', 'account-and-billing'] as const).find(
    (reason) => !rules.except.includes(reason) && holds[reason](),
  );
}

/** `/prod` holds `/prod/eu`, not `/production`. An account of which no unit is known is in none. */
function isWithin(ou: string | undefined, prefix: string): boolean {
  const path = prefix.replace(/\/+$/, '');
  return ou !== undefined && (ou === path || ou.startsWith(`${path}/`));
}

function hasTag({ tags }: Account, key: string, values: string[]): boolean {
  const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
  return value !== undefined && values.some((pattern) => matchesGlob(pattern, value));
}

function isSecurityCode({ service, category }: Subject): boolean {
  return [service, category].some((code) => SECURITY_CODES.test(code.toLowerCase()));
}

function isAboutAccount({ service, category }: Subject): boolean {
  const [ofService, ofCategory] = [service.toLowerCase(), category.toLowerCase()];
  return (
    Object.hasOwn(WITHHELD_SERVICES, ofService) ||
    Object.hasOwn(WITHHELD_CATEGORIES, ofCategory) ||
    [ofService, ofCategory].some((code) => WITHHELD_WORDS.test(code))
  );
}
