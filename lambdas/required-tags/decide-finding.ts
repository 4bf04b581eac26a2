import type { Account } from '#lambdas/contracts/settings.ts';
import { isAwsMade } from '#lambdas/contracts/tags/aws-made.ts';
import { evaluateTags, type TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { exemptionOf, isInScope } from '#lambdas/contracts/tags/policy-scope.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { isBaseline } from '#lambdas/required-tags/is-baseline.ts';
import type { Look, LookedAt } from '#lambdas/required-tags/look.ts';
import type { TagNews } from '#lambdas/required-tags/tag-news.ts';

/** Why nobody is told. */
type DropReason =
  | 'complies'
  | 'gone'
  | 'out of scope'
  | 'unwatched'
  | 'exempt'
  | 'made by AWS'
  | 'older than the policy'
  | 'grace'
  | 'unanswered'
  | 'outdated';

/** `opens`: it violates the policy, anew or still. `ends`: it was told, and no longer holds. */
export type Decision =
  | { kind: 'opens'; violations: TagViolation[]; resource: LookedAt | undefined }
  | { kind: 'ends'; status: Exclude<TagFinding['status'], 'open'> }
  | { kind: 'drop'; reason: DropReason };

export type Case = {
  news: TagNews;
  finding: TagFinding | undefined;
  look: Look;
  account: Account;
  policy: TagPolicy;
  /** When the policy was first heard of in the account and Region, in milliseconds. */
  rolledOutAt: number | undefined;
  now: Date;
};

/** What one message about one resource comes to. A failed look-up shortens what is told and never loses it. */
export function decideFinding(one: Case): Decision {
  const { news, finding, look } = one;
  if (finding && news.at < finding.orderedBy) return { kind: 'drop', reason: 'outdated' };
  const isOpen = finding?.status === 'open';
  const over = (status: Exclude<TagFinding['status'], 'open'>, reason: DropReason): Decision =>
    isOpen ? { kind: 'ends', status } : { kind: 'drop', reason };

  if (news.says === 'complies') return over('mended', 'complies');
  if (news.says === 'unwatched') return over('unwatched', 'unwatched');
  // Before any look: an account that the policy has left out may let nobody look.
  if (!isMeant(one)) return over('unwatched', 'out of scope');
  if (look.status === 'gone') return over('deleted', 'gone');
  if (look.status === 'unanswered') return unseen(one);

  const { resource } = look;
  const reason = reasonToDrop(one, resource);
  if (reason) return over('mended', reason);
  const violations = evaluateTags(one.policy, news.type, resource.tags);
  if (violations.length === 0) return over('mended', 'complies');
  return (isOpen ? undefined : notYet(one, resource)) ?? { kind: 'opens', violations, resource };
}

/** The word of the rule is all there is. */
function unseen(one: Case): Decision {
  const { news, finding } = one;
  const isOpen = finding?.status === 'open';
  if (news.says !== 'violates' && !isOpen) return { kind: 'drop', reason: 'unanswered' };
  const violations = isOpen ? finding.violations : [];
  return (isOpen ? undefined : notYet(one, undefined)) ?? { kind: 'opens', violations, resource: undefined };
}

function isMeant({ news, account, policy }: Case): boolean {
  return isInScope(policy, account) && policy.types.includes(news.type);
}

function reasonToDrop({ news, account, policy, now }: Case, resource: LookedAt): DropReason | undefined {
  const { region, type, id } = news;
  if (isAwsMade({ type, id, ...resource })) return 'made by AWS';
  return exemptionOf(policy, { account, region, type, id, ...resource }, now) && 'exempt';
}

/** A sweep tells of what is older than the policy, and of what has had its time. */
function notYet({ news, policy, rolledOutAt }: Case, resource: LookedAt | undefined): Decision | undefined {
  if (news.isRecheck) return undefined;
  if (isBaseline(news, resource?.createdAt, rolledOutAt))
    return { kind: 'drop', reason: 'older than the policy' };
  return policy.graceDays > 0 ? { kind: 'drop', reason: 'grace' } : undefined;
}
