import type { MayAssume } from '#local/counterparts/organization/security-token.ts';
import type { World } from '#local/counterparts/organization/world.ts';

/** Trust as the templates give it: people of the hub account take the doctor's role, and it the readers. */
export function mayAssume({ hubAccount, managementAccount }: World, deployed: Set<string>): MayAssume {
  return (identity, roleArn, externalId) => {
    const [, , , , account, role = ''] = roleArn.split(':');
    const name = role.replace(/^role\//, '');
    if (identity.accountId !== hubAccount || !deployed.has(name)) return false;
    if (name === 'reeve-doctor') return account === hubAccount;
    const isDoctor = identity.arn.endsWith(':role/reeve-doctor');
    const isThere = name === 'reeve-reader' || account === managementAccount;
    return isDoctor && isThere && externalId === 'reeve/ReeveHub';
  };
}
