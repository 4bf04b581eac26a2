import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { ACCOUNTS } from '#bin/commands/doctor/service-principals.ts';
import { trustCommand } from '#bin/commands/doctor/trust-command.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';

/** The contacts of member accounts can be read. */
export const contactsAccess: Check = {
  name: 'contacts-access',
  area: 'Organization',
  about: 'Account management has trusted access, which reading the contacts of members needs',
  asks: 'the management account',
  actions: ['organizations:ListAWSServiceAccessForOrganization'],
  skip: ({ settings }) =>
    unlessOrganization({ settings }) ??
    (settings.accountDirectory ? undefined : 'There is no accountDirectory in reeve.config.ts'),
  run: async ({ facts, homeRegion }) => judgeContactsAccess(await facts.trustedServices(), homeRegion),
};

function judgeContactsAccess(trusted: string[], homeRegion: string): Observed[] {
  if (trusted.includes(ACCOUNTS)) return [{ verdict: 'ok', text: 'Account management has trusted access' }];
  return [
    {
      verdict: 'failed',
      text: 'Account management has no trusted access: contacts of members cannot be read',
      mend: `${trustCommand(ACCOUNTS, homeRegion)}, in the management account`,
    },
  ];
}
