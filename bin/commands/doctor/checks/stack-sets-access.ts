import { CloudFormationClient, DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { STACK_SETS } from '#bin/commands/doctor/service-principals.ts';
import { trustCommand } from '#bin/commands/doctor/trust-command.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';

/** StackSets may deploy to the accounts of the Organization. */
export const stackSetsAccess: Check = {
  name: 'stack-sets-access',
  area: 'Organization',
  about: 'StackSets have trusted access, given by CloudFormation itself',
  asks: 'the management account',
  actions: [
    'cloudformation:DescribeOrganizationsAccess',
    'organizations:ListAWSServiceAccessForOrganization',
  ],
  skip: unlessOrganization,
  async run({ client, facts, homeRegion }) {
    const cloudFormation = await client(CloudFormationClient, 'management');
    const { Status = '' } = await cloudFormation.send(new DescribeOrganizationsAccessCommand({}));
    const isTrusted = (await facts.trustedServices()).includes(STACK_SETS);
    return judgeStackSetsAccess(Status, isTrusted, homeRegion);
  },
};

/** Trust that Organizations gave looks the same in its own list, but CloudFormation has not made its roles. */
function judgeStackSetsAccess(status: string, isTrusted: boolean, region: string): Observed[] {
  if (status === 'ENABLED') return [{ verdict: 'ok', text: 'StackSets have trusted access' }];
  const text = isTrusted
    ? 'StackSets have no trusted access: that "organizations enable-aws-service-access" was called is not enough'
    : 'StackSets have no trusted access';
  const mend = `${trustCommand(STACK_SETS, region)}, in the management account`;
  return [{ verdict: 'failed', text, mend }];
}
