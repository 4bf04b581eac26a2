import type { AccountContacts } from '#bin/commands/contacts/account-contacts.ts';
import type { AlternateContact } from '#lambdas/contracts/directory.ts';

export function aContact(over: Partial<AlternateContact> = {}): AlternateContact {
  return { name: 'Town watch', title: 'On duty', email: 'watch@example.org', phone: '+49 30 555', ...over };
}

/** An account with all three contacts, changed as given. */
export function anAccount(over: Partial<AccountContacts> = {}): AccountContacts {
  const contacts = { BILLING: aContact(), OPERATIONS: aContact(), SECURITY: aContact() };
  return { id: '111122223333', name: 'payments-prod', ou: '/prod', contacts, ...over };
}
