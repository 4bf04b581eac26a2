import { configuredRegions, regionsOfParts, type Where } from '#lib/members/member-parts.ts';
import type { StackInstance, World, WorldAccount } from './world.ts';

/**
 * The StackSets of a deployment without a fault: in every account but the management one, which they do not reach.
 * Config rules are refused where nothing records.
 */
export function deployedStackSets(
  accounts: WorldAccount[],
  managementAccount: string,
  where: Where,
): World['stackSets'] {
  const { writer: _, ...others } = regionsOfParts(where);
  const parts = { ...others, rules: configuredRegions(where) };
  const members = accounts.filter(({ id }) => id !== managementAccount);
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, regions]) => regions.length > 0)
      .map(([part, regions]) => [
        `ReeveHub-${part}`,
        regions.flatMap((region) => members.map((account) => instanceIn(account, region, part === 'rules'))),
      ]),
  );
}

const NO_RECORDER = 'Configuration recorder is not available to put config rule.';

function instanceIn({ id, state, recorders }: WorldAccount, region: string, rules: boolean): StackInstance {
  const where = { account: id, region };
  if (rules && state === 'ACTIVE' && recorders[region] !== 'recording' && recorders[region] !== 'stopped')
    return { ...where, status: 'OUTDATED', detailedStatus: 'FAILED', reason: NO_RECORDER };
  return state === 'ACTIVE'
    ? { ...where, status: 'CURRENT', detailedStatus: 'SUCCEEDED' }
    : { ...where, status: 'OUTDATED', detailedStatus: 'SKIPPED_SUSPENDED_ACCOUNT' };
}
