import type { Account } from '#lambdas/contracts/settings.ts';
import type { TagExemption, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

/** What scope and exemptions look at. */
export type ScopedResource = {
  account: Pick<Account, 'id' | 'ou'>;
  region: string;
  type: string;
  id: string;
  name?: string | undefined;
  arn?: string | undefined;
  tags: Record<string, string>;
};

/** Whether the policy is meant for an account. One whose unit is not known is, so that nothing is hidden. */
export function isInScope(
  { accounts, ous }: Pick<TagPolicy, 'accounts' | 'ous'>,
  account: Pick<Account, 'id' | 'ou'>,
): boolean {
  if (accounts && !accounts.includes(account.id)) return false;
  return !ous || account.ou === undefined || ous.some((ou) => isBelow(account.ou ?? '', ou));
}

/** The exemption that holds for a resource at a moment, if any does. */
export function exemptionOf(
  { exemptions }: Pick<TagPolicy, 'exemptions'>,
  resource: ScopedResource,
  now: Date,
): TagExemption | undefined {
  return exemptions.find(({ until, when }) => Date.parse(until) > now.getTime() && matches(when, resource));
}

function matches(when: TagExemption['when'], resource: ScopedResource): boolean {
  const { account, region, type, id, name, arn, tags } = resource;
  const names = [id, name, arn].filter((text) => text !== undefined);
  return (
    holds(when.accounts, (one) => one === account.id) &&
    holds(when.regions, (one) => one === region) &&
    holds(when.ous, (one) => isBelow(account.ou ?? '', one)) &&
    holds(when.types, (one) => isLike(type, one)) &&
    holds(when.resources, (one) => names.some((text) => isLike(text, one))) &&
    Object.entries(when.tags ?? {}).every(
      ([key, values]) => Object.hasOwn(tags, key) && values.some((value) => isLike(tags[key] ?? '', value)),
    )
  );
}

function holds(wanted: string[] | undefined, isOne: (wanted: string) => boolean): boolean {
  return !wanted || wanted.some(isOne);
}

function isBelow(path: string, unit: string): boolean {
  return unit === '/' || path === unit || path.startsWith(`${unit}/`);
}

/** `*` stands for any run of characters; case counts. */
export function isLike(text: string, pattern: string): boolean {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\/]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`, 's').test(text);
}
