import { recorderLookup, records } from './recorded-types.ts';
import type { World } from './world.ts';
import type { WorldResource } from './world-resources.ts';

/** Told of each resource after it was added, tagged, untagged or deleted. */
type Watcher = (resource: WorldResource) => void;

const watchers = new WeakMap<World, Set<Watcher>>();

/** Tells of every change that is made by the functions of this file; returns how to end that. */
export function watchResources(world: World, watcher: Watcher): () => void {
  const all = watchers.get(world) ?? new Set();
  watchers.set(world, all.add(watcher));
  return () => void all.delete(watcher);
}

/** Adds resources at a moment, which is when they were created unless they say otherwise. */
export function addResources(
  world: World,
  plans: (Omit<WorldResource, 'changedAt'> & { changedAt?: number })[],
  at: number,
): WorldResource[] {
  const recorderOf = recorderLookup(world);
  const added = plans.map((plan) => {
    const resource = { createdAt: at, changedAt: at, ...plan };
    const isSeen = records(recorderOf(plan.account, plan.region), plan.type);
    return isSeen ? resource : { ...resource, seen: null };
  });
  for (const resource of added) world.resources.push(resource);
  for (const resource of added) tell(world, resource);
  return added;
}

/** Puts tags on a resource, over those of the same keys. */
export function tagResource(
  world: World,
  resource: WorldResource,
  tags: Record<string, string>,
  at: number,
): void {
  change(world, resource, { tags: { ...resource.tags, ...tags } }, at);
}

/** Takes the tags of these keys off a resource. */
export function untagResource(world: World, resource: WorldResource, keys: string[], at: number): void {
  const left = Object.entries(resource.tags).filter(([key]) => !keys.includes(key));
  const wasTagged = resource.wasTagged === true || Object.keys(resource.tags).length > 0;
  change(world, resource, { tags: Object.fromEntries(left), wasTagged }, at);
}

export function deleteResource(world: World, resource: WorldResource, at: number): void {
  change(world, resource, { deletedAt: at }, at);
}

/** AWS Config looks at everything anew, as it does when a recorder starts again. */
export function catchUp(world: World, { account, region }: Pick<WorldResource, 'account' | 'region'>): void {
  const recorderOf = recorderLookup(world);
  const stale = world.resources.filter(
    (one) =>
      one.account === account &&
      one.region === region &&
      one.seen !== undefined &&
      records(recorderOf(account, region), one.type),
  );
  for (const resource of stale) {
    delete resource.seen;
    tell(world, resource);
  }
}

function change(world: World, resource: WorldResource, fields: Partial<WorldResource>, at: number): void {
  const { account, region, type, tags, changedAt } = resource;
  if (records(recorderLookup(world)(account, region), type)) delete resource.seen;
  else if (resource.seen === undefined) resource.seen = { tags, changedAt };
  Object.assign(resource, fields, { changedAt: at });
  tell(world, resource);
}

function tell(world: World, resource: WorldResource): void {
  for (const watcher of watchers.get(world) ?? []) watcher(resource);
}
