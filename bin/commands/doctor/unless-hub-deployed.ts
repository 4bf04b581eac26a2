import type { Context } from '#bin/commands/doctor/context.ts';
import { toFinding } from '#bin/commands/doctor/unseen.ts';

/** Why a check of what the hub holds need not be asked. Where the stack may not be looked at, it is asked. */
export async function unlessHubDeployed({ facts, stack }: Context): Promise<string | undefined> {
  try {
    return (await facts.hubStack()) ? undefined : `${stack} is not deployed`;
  } catch (error) {
    toFinding(error);
    return undefined;
  }
}
