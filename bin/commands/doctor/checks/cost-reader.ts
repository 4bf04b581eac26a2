import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Check } from '#bin/commands/doctor/check.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { COST_READER_ROLE } from '#lib/platform/role-names.ts';

/** The hub can read the costs of the Organization. */
export const costReader: Check = {
  name: 'cost-reader',
  area: 'Cost',
  about: 'The role of the management account that reads costs is there, and trusts the hub',
  asks: 'the management account',
  actions: ['sts:GetCallerIdentity'],
  skip: ({ settings, stack }) => {
    if (!settings.costs) return 'There are no costs in reeve.config.ts';
    return costSettingsOf(settings, stack)?.readerRole
      ? undefined
      : 'Costs are read without a role elsewhere';
  },
  async run({ client }) {
    // Every role may ask who it is; that it could be taken is the answer.
    const sts = await client(STSClient, 'costs');
    await sts.send(new GetCallerIdentityCommand({}));
    return [{ verdict: 'ok', text: `The hub may assume ${COST_READER_ROLE}` }];
  },
};
