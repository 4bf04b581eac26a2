import type { MayAssume } from './security-token.ts';
import type { World } from './world.ts';

const MEMBER_ROLES = ['reeve-reader', 'reeve-writer'];
const MANAGEMENT_ROLES = [...MEMBER_ROLES, 'reeve-organization-reader', 'reeve-cost-reader'];

/** Trust as deployed roles give it, for those who have no templates to read it from: to the hub's own roles. */
export function hubTrust({ hubAccount, managementAccount }: World, externalId = 'reeve/ReeveHub'): MayAssume {
  return (identity, roleArn, givenId) => {
    const [, , , , account, role = ''] = roleArn.split(':');
    const roles = account === managementAccount ? MANAGEMENT_ROLES : MEMBER_ROLES;
    return (
      identity.accountId === hubAccount &&
      givenId === externalId &&
      roles.includes(role.replace(/^role\//, ''))
    );
  };
}
