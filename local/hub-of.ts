import { readAssembly } from '#local/template/assembly.ts';

/** The stack of the hub. All other stacks of an app belong to its members. */
export const HUB_STACK = 'ReeveHub';

/** Where the hub runs. */
export type HubPlace = { accountId: string; region: string };

const ANYWHERE: HubPlace = { accountId: '000000000000', region: 'eu-central-1' };

/** The account and Region that an assembly deploys the hub to; made-up ones where it leaves them open. */
export function hubOf(assemblyDirectory: string): HubPlace {
  const stack = readAssembly(assemblyDirectory).stacks.find(({ name }) => name === HUB_STACK);
  if (!stack) throw new Error(`${assemblyDirectory} has no stack ${HUB_STACK}`);
  const { accountId = ANYWHERE.accountId, region = ANYWHERE.region } = stack;
  return { accountId, region };
}
