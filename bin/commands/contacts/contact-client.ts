import {
  AccountClient,
  GetAlternateContactCommand,
  PutAlternateContactCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-account';
import { PATIENT } from '#bin/commands/contacts/patient.ts';
import type { AlternateContact, ContactType } from '#lambdas/contracts/directory.ts';

/** Reads and writes alternate contacts with the credentials of `caller`. */
export function contactClient({ caller }: { caller: string }) {
  const client = new AccountClient(PATIENT);
  // AWS refuses an account that names itself, and the management account it knows in no other way.
  const target = (account: string) => (account === caller ? {} : { AccountId: account });

  return {
    /** Null where the account has none. */
    async read(account: string, type: ContactType): Promise<AlternateContact | null> {
      try {
        const request = new GetAlternateContactCommand({ ...target(account), AlternateContactType: type });
        const { AlternateContact: found } = await client.send(request);
        return {
          name: found?.Name ?? '',
          title: found?.Title ?? '',
          email: found?.EmailAddress ?? '',
          phone: found?.PhoneNumber ?? '',
        };
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return null;
        throw error;
      }
    },

    async write(account: string, type: ContactType, contact: AlternateContact): Promise<void> {
      const request = new PutAlternateContactCommand({
        ...target(account),
        AlternateContactType: type,
        Name: contact.name,
        Title: contact.title,
        EmailAddress: contact.email,
        PhoneNumber: contact.phone,
      });
      await client.send(request);
    },
  };
}

export type ContactClient = ReturnType<typeof contactClient>;
