import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import type { AccountContacts } from '#bin/commands/contacts/account-contacts.ts';
import { contactClient } from '#bin/commands/contacts/contact-client.ts';
import { countContacts, describeContacts } from '#bin/commands/contacts/describe-contacts.ts';
import { readOrganization } from '#bin/commands/contacts/organization-client.ts';
import { readContacts } from '#bin/commands/contacts/read-contacts.ts';
import { readDirectory } from '#bin/commands/contacts/read-directory.ts';
import { toCsv } from '#bin/commands/contacts/to-csv.ts';
import { toData } from '#bin/commands/contacts/to-data.ts';
import { stackOption } from '#bin/commands/stack-option.ts';
import { CONTACT_TYPES } from '#lambdas/contracts/directory.ts';

export const contacts = defineCommand({
  name: 'contacts',
  summary: 'Lists which accounts lack which alternate contacts',
  details:
    'Reads the directory of the deployment, as the last sweep left it. With --live it asks AWS, with the\n' +
    'credentials of the management account or of its delegated administrator for account.amazonaws.com.\n' +
    'What could not be read is unknown, not lacking.',
  parameters: [],
  options: {
    live: { type: 'boolean', about: 'Ask AWS itself, not the directory' },
    show: { type: 'boolean', about: 'Print names, e-mails and phones too' },
    csv: { type: 'boolean', about: 'CSV for spreadsheets (with npm run --silent)' },
    stack: stackOption,
  },

  async run({ options: { live = false, show = false, csv = false, stack } }, terminal) {
    const accounts: AccountContacts[] = live ? await readLive(terminal.progress) : await readDirectory(stack);
    if (accounts.length === 0) {
      throw new Failure('The directory is empty: account-directory has not swept yet. Or ask with --live.');
    }
    if (csv) terminal.file(toCsv(accounts, show));
    else {
      terminal.answer(describeContacts(accounts, show), {
        accounts: toData(accounts, show),
        counts: countContacts(accounts),
      });
    }
  },
});

async function readLive(progress: (text: string) => void): Promise<AccountContacts[]> {
  const organization = await readOrganization();
  const client = contactClient(organization);
  return readContacts(organization, () => [...CONTACT_TYPES], { client, progress });
}
