import type { ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';

type Details = {
  tags: Record<string, string>;
  contacts: AccountRecord['contacts'];
  readAt: string;
  before: AccountRecord | undefined;
};

/** What is kept of an account. Its owner is what the owner tag says; an empty tag names nobody. */
export function toRecord(listed: ListedAccount, ownerTag: string, details: Details): AccountRecord {
  const { id, name, ou, state, joinedAt } = listed;
  const { tags, contacts, readAt, before } = details;
  const owner = Object.hasOwn(tags, ownerTag) ? tags[ownerTag] : undefined;
  return {
    id,
    ...(name ? { name } : {}),
    ou,
    ...(owner ? { owner } : {}),
    tags,
    state,
    targetSince: isTarget(listed) ? (before?.targetSince ?? readAt) : null,
    ...(joinedAt ? { joinedAt } : {}),
    contacts,
    readAt,
  };
}

/** Whether the stacks of members are deployed to an account. */
export function isTarget({ state, isBelowTarget }: ListedAccount): boolean {
  return isBelowTarget && state === 'ACTIVE';
}
