import { regionsOfParts, type Where } from '#lib/members/member-parts.ts';
import type { StackInstance, World, WorldAccount } from './world.ts';

/** The StackSets of a deployment without a fault: in every account but the management one, which they do not reach. */
export function deployedStackSets(
  accounts: WorldAccount[],
  managementAccount: string,
  where: Where,
): World['stackSets'] {
  const { writer: _, ...parts } = regionsOfParts(where);
  const members = accounts.filter(({ id }) => id !== managementAccount);
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, regions]) => regions.length > 0)
      .map(([part, regions]) => [
        `ReeveHub-${part}`,
        regions.flatMap((region) => members.map((account) => instanceIn(account, region))),
      ]),
  );
}

function instanceIn({ id, state }: WorldAccount, region: string): StackInstance {
  const where = { account: id, region };
  return state === 'ACTIVE'
    ? { ...where, status: 'CURRENT', detailedStatus: 'SUCCEEDED' }
    : { ...where, status: 'OUTDATED', detailedStatus: 'SKIPPED_SUSPENDED_ACCOUNT' };
}
