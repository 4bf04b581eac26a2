import { someSettings } from '#test/stacks/some-settings.ts';

type Given = Parameters<typeof someSettings>[0];
type Organization = NonNullable<NonNullable<Given>['organization']>;

export const HUB_ACCOUNT = '555500001111';
export const MANAGEMENT_ACCOUNT = '555500009999';

const ORGANIZATION: Organization = {
  id: 'o-exampletown1',
  managementAccount: MANAGEMENT_ACCOUNT,
  targets: ['r-town'],
};

/** Settings of an Organization whose hub is a member account in Stockholm, changed as given. */
export function anOrganization(over: Given = {}, organization: Partial<Organization> = {}) {
  return someSettings({
    hub: { account: HUB_ACCOUNT, region: 'eu-north-1' },
    regions: ['eu-west-3'],
    heartbeat: {},
    accountDirectory: {},
    ...over,
    organization: { ...ORGANIZATION, ...organization },
  });
}
