import type { Check } from '#bin/commands/doctor/check.ts';
import type { Context, Identity } from '#bin/commands/doctor/context.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

/** The credentials are of the account that the settings say Reeve runs in. */
export const identity: Check = {
  name: 'identity',
  area: 'Hub',
  about: 'The credentials are of the hub account',
  asks: 'the hub account',
  actions: ['sts:GetCallerIdentity'],
  run: async (context) => judgeIdentity(context.me, accountsOf(context)),
};

type Accounts = { hub: string; management: string | undefined };

const accountsOf = ({ hubAccount, settings }: Context): Accounts => ({
  hub: hubAccount,
  management: settings.organization?.managementAccount,
});

function judgeIdentity({ account, arn }: Identity, { hub, management }: Accounts): Observed[] {
  const mend = `Sign in to ${hub}, and name the profile (AWS_PROFILE=…)`;
  if (account === hub) return [{ account, verdict: 'ok', text: 'The hub account', detail: arn }];
  if (account === management) {
    return [{ account, verdict: 'ok', text: 'The management account, not the hub', detail: arn, mend }];
  }
  const text = 'Credentials of an account that is neither hub nor management account of reeve.config.ts';
  return [{ account, verdict: 'failed', text, detail: arn, mend }];
}
