import type { ContactsFile } from '#bin/commands/contacts/contacts-file.ts';
import type { Organization } from '#bin/commands/contacts/organization-client.ts';

/** Accounts and organizational units of the file that the Organization does not have: most likely misspelt. */
export function unknownPlaces(
  { ous = {}, accounts = {} }: ContactsFile,
  { units, accounts: known }: Pick<Organization, 'units' | 'accounts'>,
): string[] {
  const paths = Object.keys(ous).filter((path) => !units.includes(path));
  const ids = Object.keys(accounts).filter((id) => known.every((account) => account.id !== id));
  return [
    ...paths.map((path) => `ous.${path}: there is no such organizational unit`),
    ...ids.map((id) => `accounts.${id}: there is no such account`),
  ];
}

/** Accounts of the file that cannot have contacts now. */
export function inactivePlaces({ accounts = {} }: ContactsFile, known: Organization['accounts']): string[] {
  return known
    .filter(({ id, state }) => state !== 'ACTIVE' && Object.hasOwn(accounts, id))
    .map(({ id, state }) => `accounts.${id} is left out: the account is ${state}.`);
}
