import type { AccountRecord, ContactType } from '#lambdas/contracts/directory.ts';

/** An account with its contacts as they were read. An absent contact could not be read, and is never said to be lacking. */
export type AccountContacts = Pick<AccountRecord, 'id' | 'name' | 'ou' | 'contacts'> & {
  /** Why a contact could not be read, where that is known. */
  unread?: Partial<Record<ContactType, string>>;
};

export const CONTACT_STATES = ['present', 'lacking', 'unknown'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export function stateOf({ contacts }: AccountContacts, type: ContactType): ContactState {
  const contact = contacts[type];
  if (contact === undefined) return 'unknown';
  return contact === null ? 'lacking' : 'present';
}

/** As people and files write it: `security`. */
export function wordOf(type: ContactType): Lowercase<ContactType> {
  return type.toLowerCase() as Lowercase<ContactType>;
}
