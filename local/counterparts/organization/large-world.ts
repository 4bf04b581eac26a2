import { makeWorld } from './make-world.ts';
import type { World, WorldAccount } from './world.ts';
import { deployedStackSets } from './world-stack-sets.ts';

/** A large world, and the ids of the accounts in it that are not as the others. */
export type LargeWorld = {
  world: World;
  suspended: string[];
  withoutRecorder: { account: string; region: string };
  withoutPlan: string;
};

/** 300 accounts in nested units and four Regions, always the same. */
export function largeWorld(): LargeWorld {
  const regions = ['eu-west-1', 'eu-north-1', 'us-east-1'];
  const world = makeWorld({ accounts: 300, regions });
  world.accounts.forEach((account, index) => {
    if (index % 60 === 50) account.state = 'SUSPENDED';
  });
  const recorderless = accountAt(world, 123);
  recorderless.recorders['eu-north-1'] = 'none';
  const planless = accountAt(world, 234);
  planless.supportPlan = 'basic';
  world.stackSets = deployedStackSets(world.accounts, world.managementAccount, {
    backup: true,
    hubRegion: world.homeRegion,
    regions,
  });
  return {
    world,
    suspended: world.accounts.filter(({ state }) => state === 'SUSPENDED').map(({ id }) => id),
    withoutRecorder: { account: recorderless.id, region: 'eu-north-1' },
    withoutPlan: planless.id,
  };
}

function accountAt({ accounts }: World, index: number): WorldAccount {
  const account = accounts[index];
  if (!account) throw new RangeError(`The world has no account ${index}`);
  return account;
}
