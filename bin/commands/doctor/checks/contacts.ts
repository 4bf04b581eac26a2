import { REEVE } from '#bin/commands/command-line/help.ts';
import { wordOf } from '#bin/commands/contacts/account-contacts.ts';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessHubDeployed } from '#bin/commands/doctor/unless-hub-deployed.ts';
import { type AccountRecord, CONTACT_TYPES } from '#lambdas/contracts/directory.ts';

/** AWS can reach somebody besides the root user's address. */
export const contacts: Check = {
  name: 'contacts',
  area: 'Members',
  about: 'Every account has alternate contacts, as the directory of accounts knows them',
  asks: 'the hub account',
  actions: ['cloudformation:DescribeStacks', 'cloudformation:ListStackResources', 'dynamodb:Scan'],
  skip: (context) =>
    context.settings.accountDirectory
      ? unlessHubDeployed(context)
      : 'There is no accountDirectory in reeve.config.ts',
  run: async ({ facts }) => judgeContacts((await facts.directory()).accounts),
};

/** A contact that the sweep could not read is neither there nor missing. */
export function judgeContacts(accounts: Pick<AccountRecord, 'id' | 'state' | 'contacts'>[]): Observed[] {
  const inUse = accounts.filter(({ state }) => state === 'ACTIVE');
  if (inUse.length === 0) {
    return [
      {
        verdict: 'warning',
        text: 'The directory of accounts is empty: it fills once a day',
        mend: 'Ask again tomorrow; else docs/runbook.md, "account-directory"',
      },
    ];
  }
  return inUse.map(({ id: account, contacts: known }): Observed => {
    const missing = CONTACT_TYPES.filter((type) => known[type] === null);
    const unread = CONTACT_TYPES.filter((type) => known[type] === undefined);
    if (unread.length > 0) {
      return {
        account,
        verdict: 'unseen',
        text: 'Alternate contacts could not be read',
        detail: unread.map(wordOf).join(', '),
        mend: 'See contacts-access, and ask again after the next sweep; else docs/runbook.md, "account-directory"',
      };
    }
    if (missing.length === 0) return { account, verdict: 'ok', text: 'All alternate contacts' };
    return {
      account,
      verdict: 'warning',
      text: 'Alternate contacts are missing',
      detail: missing.map(wordOf).join(', '),
      mend: `${REEVE} contacts lists them, ${REEVE} contacts apply sets them`,
    };
  });
}
