import {
  AccessDeniedException,
  AccountClient,
  type AccountClientConfig,
  GetAlternateContactCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-account';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import {
  type AccountRecord,
  type AlternateContact,
  CONTACT_TYPES,
  type ContactType,
} from '#lambdas/contracts/directory.ts';

export type ContactsClientProps = { client: AccountClientConfig; managementAccount: string };

/** AWS Account Management, as the management account sees it. */
export function contactsClient({
  client: config,
  managementAccount,
}: ContactsClientProps): Pick<DirectoryPorts, 'readContacts'> {
  const client = new AccountClient(config);

  async function readContact(
    accountId: string,
    type: ContactType,
  ): Promise<AlternateContact | null | undefined> {
    // The management account must be asked without its own id.
    // https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html
    const whose = accountId === managementAccount ? {} : { AccountId: accountId };
    try {
      const { AlternateContact: contact = {} } = await client.send(
        new GetAlternateContactCommand({ AlternateContactType: type, ...whose }),
      );
      const { Name = '', Title = '', EmailAddress = '', PhoneNumber = '' } = contact;
      return { name: Name, title: Title, email: EmailAddress, phone: PhoneNumber };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      // Without trusted access of account.amazonaws.com the management account may ask about itself alone.
      if (error instanceof AccessDeniedException) return undefined;
      throw error;
    }
  }

  return {
    // One after the other: AWS answers ten a second.
    async readContacts(accountId) {
      const contacts: AccountRecord['contacts'] = {};
      for (const type of CONTACT_TYPES) {
        const contact = await readContact(accountId, type);
        if (contact !== undefined) contacts[type] = contact;
      }
      return contacts;
    },
  };
}
