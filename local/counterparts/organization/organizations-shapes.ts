import { partitionOf } from '#lib/regions.ts';
import type { OrganizationalUnit, World, WorldAccount } from './world.ts';

/** How the Organizations API describes what a world holds. Moments are seconds since 1970. */
export function organizationsShapes(world: World, { withoutStatus = false } = {}) {
  const arn = (resource: string) =>
    `arn:${partitionOf(world.homeRegion)}:organizations::${world.managementAccount}:${resource}`;
  const { organizationId } = world;
  const pathOf = (parentId: string): string => {
    const unit = world.units.find(({ id }) => id === parentId);
    return `${unit?.parentId ? pathOf(unit.parentId) : `${organizationId}/`}${parentId}/`;
  };

  const account = ({ id, name, email, parentId, state, joinedAt }: WorldAccount) => ({
    Id: id,
    Arn: arn(`account/${organizationId}/${id}`),
    Email: email,
    Name: name,
    // AWS means to retire it, and may have.
    ...(withoutStatus ? {} : { Status: statusOf(state) }),
    State: state,
    Paths: [`${pathOf(parentId)}${id}/`],
    JoinedMethod: id === world.managementAccount ? 'INVITED' : 'CREATED',
    JoinedTimestamp: secondsOf(joinedAt),
  });

  return {
    account,
    root: ({ id, name }: OrganizationalUnit) => ({
      Id: id,
      Arn: arn(`root/${organizationId}/${id}`),
      Name: name,
      PolicyTypes: [],
    }),
    unit: ({ id, name }: OrganizationalUnit) => ({
      Id: id,
      Arn: arn(`ou/${organizationId}/${id}`),
      Name: name,
      Path: pathOf(id),
    }),
    administrator: (administrator: WorldAccount) => {
      const { Paths: _, ...described } = account(administrator);
      return { ...described, DelegationEnabledDate: described.JoinedTimestamp };
    },
    organization: () => ({
      Id: organizationId,
      Arn: arn(`organization/${organizationId}`),
      FeatureSet: 'ALL',
      MasterAccountArn: arn(`account/${organizationId}/${world.managementAccount}`),
      MasterAccountId: world.managementAccount,
      MasterAccountEmail: world.accounts.find(({ id }) => id === world.managementAccount)?.email,
      AvailablePolicyTypes: [],
    }),
  };
}

const secondsOf = (moment: string) => Date.parse(moment) / 1000;

/** The field that `State` took the place of knows three words only. */
function statusOf(state: WorldAccount['state']): string {
  if (state === 'CLOSED') return 'SUSPENDED';
  return state === 'PENDING_ACTIVATION' ? 'ACTIVE' : state;
}
