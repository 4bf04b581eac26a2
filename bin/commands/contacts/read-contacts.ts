import type { AccountContacts } from '#bin/commands/contacts/account-contacts.ts';
import type { ContactClient } from '#bin/commands/contacts/contact-client.ts';
import { explainRefusal } from '#bin/commands/contacts/explain-refusal.ts';
import type { Organization, OrganizationAccount } from '#bin/commands/contacts/organization-client.ts';
import { AT_ONCE } from '#bin/commands/contacts/patient.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import type { ContactType } from '#lambdas/contracts/directory.ts';

const PROGRESS_EVERY = 25;

export type ReadPorts = { client: Pick<ContactClient, 'read'>; progress: (text: string) => void };

/** Asks AWS for contacts of the accounts that are in use. What cannot be read is left out, with its reason. */
export async function readContacts(
  { accounts, ...standing }: Organization,
  types: (account: OrganizationAccount) => ContactType[],
  { client, progress }: ReadPorts,
): Promise<AccountContacts[]> {
  const active = accounts.filter(({ state }) => state === 'ACTIVE');
  let done = 0;
  return severalAtOnce(active, AT_ONCE, async (account) => {
    const { id, name, ou } = account;
    const contacts: AccountContacts['contacts'] = {};
    const unread: AccountContacts['unread'] = {};
    let refusal: string | undefined;
    for (const type of types(account)) {
      try {
        if (refusal === undefined) contacts[type] = await client.read(id, type);
      } catch (error) {
        // An account that refuses one contact refuses all: it is not asked again.
        refusal = explainRefusal(error, 'account:GetAlternateContact', id, standing);
      }
      if (refusal !== undefined) unread[type] = refusal;
    }
    done += 1;
    if (done % PROGRESS_EVERY === 0) progress(`Read the contacts of ${done} of ${active.length} accounts …`);
    return { id, name, ou, contacts, ...(refusal === undefined ? {} : { unread }) };
  });
}
