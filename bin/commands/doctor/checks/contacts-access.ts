import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { ACCOUNTS } from '#bin/commands/doctor/service-principals.ts';
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
  run: async ({ facts }) => judgeContactsAccess(await facts.trustedServices()),
};

function judgeContactsAccess(trusted: string[]): Observed[] {
  if (trusted.includes(ACCOUNTS)) return [{ verdict: 'ok', text: 'Account management has trusted access' }];
  return [
    {
      verdict: 'failed',
      text: 'Account management has no trusted access: contacts of members cannot be read',
      mend: `aws organizations enable-aws-service-access --service-principal ${ACCOUNTS}, in the management account`,
    },
  ];
}
