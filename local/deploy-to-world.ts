import type { StackInstance, World } from '#local/counterparts/organization/world.ts';
import type { Estate, MemberStack } from '#local/estate.ts';

/** Lets the world know what the templates deploy to it: aggregators, and stacks that the settings alone do not tell of. */
export function deployToWorld(world: World, { aggregators, stackInstances }: Estate, now: number): void {
  for (const { logicalId: _, ...aggregator } of aggregators) {
    const isThere = world.aggregators.some(
      ({ account, region, name }) =>
        account === aggregator.account && region === aggregator.region && name === aggregator.name,
    );
    if (!isThere) world.aggregators.push({ ...aggregator, createdAt: now });
  }
  for (const [name, stacks] of Map.groupBy(stackInstances, ({ stackSet }) => stackSet)) {
    const known = (world.stackSets[name] ??= stacks.map(toInstance));
    for (const stack of stacks) {
      const place = known.find(({ account, region }) => account === stack.account && region === stack.region);
      if (stack.failure && place) Object.assign(place, toInstance(stack));
    }
  }
}

function toInstance({ account, region, failure }: MemberStack): StackInstance {
  return failure
    ? { account, region, status: 'OUTDATED', detailedStatus: 'FAILED', reason: failure }
    : { account, region, status: 'CURRENT', detailedStatus: 'SUCCEEDED' };
}
