import {
  AWSOrganizationsNotInUseException,
  DescribeOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { unlessOrganization } from '#bin/commands/doctor/unless-organization.ts';
import type { OrganizationSettings } from '#lib/organization-settings.ts';
import { globalRegionOf } from '#lib/regions.ts';

export type Organization = { id: string; managementAccount: string; featureSet: string };

/** The settings name the Organization that the account is in. */
export const organization: Check = {
  name: 'organization',
  area: 'Organization',
  about: 'The Organization is that of reeve.config.ts, with all features',
  asks: 'the hub account',
  actions: ['organizations:DescribeOrganization'],
  skip: unlessOrganization,
  async run({ client, settings, me, homeRegion }) {
    // Every account may be asked: one's own is at hand.
    const place = me.account === settings.organization?.managementAccount ? 'management' : 'hub';
    const found = await askOrganization(await client(OrganizationsClient, place, globalRegionOf(homeRegion)));
    return settings.organization ? judgeOrganization(found, settings.organization) : [];
  },
};

export function judgeOrganization(
  found: Organization | undefined,
  { id, managementAccount }: Pick<OrganizationSettings, 'id' | 'managementAccount'>,
): Observed[] {
  if (!found) {
    const mend =
      'Take the organization block out of reeve.config.ts, or sign in to an account of the Organization';
    return [{ verdict: 'failed', text: 'The account is in no Organization', mend }];
  }
  const wrong: Observed[] = [];
  const write = (field: string, value: string) =>
    `Write ${field}: '${value}' in reeve.config.ts, or sign in elsewhere`;
  if (found.id !== id) {
    const text = `The Organization is ${found.id}, reeve.config.ts says ${id}`;
    wrong.push({ verdict: 'failed', text, mend: write('organization.id', found.id) });
  }
  if (found.managementAccount !== managementAccount) {
    const text = `The management account is ${found.managementAccount}, reeve.config.ts says ${managementAccount}`;
    const mend = write('organization.managementAccount', found.managementAccount);
    wrong.push({ verdict: 'failed', text, mend });
  }
  if (found.featureSet !== 'ALL') {
    const text = 'The Organization has only consolidated billing: no StackSets, no trusted access';
    wrong.push({
      verdict: 'failed',
      text,
      mend: 'aws organizations enable-all-features, in the management account',
    });
  }
  return wrong.length > 0 ? wrong : [{ verdict: 'ok', text: `The Organization is ${id}` }];
}

async function askOrganization(client: OrganizationsClient): Promise<Organization | undefined> {
  try {
    const { Organization: found } = await client.send(new DescribeOrganizationCommand({}));
    const { Id = '', MasterAccountId = '', FeatureSet = '' } = found ?? {};
    return { id: Id, managementAccount: MasterAccountId, featureSet: FeatureSet };
  } catch (error) {
    if (error instanceof AWSOrganizationsNotInUseException) return undefined;
    throw error;
  }
}
