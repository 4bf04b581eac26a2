import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Identities } from './identities.ts';
import type { World, WorldAccount } from './world.ts';

/** What the counterparts of an Organization's services answer from. */
export type Organization = { world: World; identities: Identities };

/** The account that a call acts in; none when its holder is not of the Organization. */
export function actingAccount({ world, identities }: Organization, call: AwsCall): WorldAccount | undefined {
  const { accountId } = identities.find(call.accessKeyId);
  return world.accounts.find(({ id }) => id === accountId);
}
