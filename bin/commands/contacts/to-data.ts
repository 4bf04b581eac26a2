import { type AccountContacts, stateOf, wordOf } from '#bin/commands/contacts/account-contacts.ts';
import { CONTACT_TYPES } from '#lambdas/contracts/directory.ts';

/** The list for programs; who the contacts are only where it was asked for. */
export function toData(accounts: AccountContacts[], show: boolean) {
  return accounts.map((account) => ({
    id: account.id,
    name: account.name,
    ou: account.ou,
    contacts: Object.fromEntries(
      CONTACT_TYPES.map((type) => [
        wordOf(type),
        {
          state: stateOf(account, type),
          reason: account.unread?.[type],
          ...(show && account.contacts[type] ? account.contacts[type] : {}),
        },
      ]),
    ),
  }));
}
