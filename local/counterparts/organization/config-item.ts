import { covers } from './recorded-types.ts';
import type { Recorder } from './world.ts';
import type { SeenResource, WorldResource } from './world-resources.ts';

/** A resource as AWS Config has recorded it. */
export type ConfigItem = Omit<WorldResource, 'seen' | 'deletedAt'>;

/** What AWS Config knows of a resource, if it knows of it at all. */
export function configItem(resource: WorldResource, recorder: Recorder): ConfigItem | undefined {
  if (resource.isUnrecorded || !covers(recorder, resource.type)) return undefined;
  const { seen, deletedAt, ...item } = resource;
  if (seen === null || (seen === undefined && deletedAt !== undefined)) return undefined;
  const known: SeenResource = seen ?? item;
  const tags = resource.hasUnrecordedTags ? {} : known.tags;
  return { ...item, tags, changedAt: known.changedAt };
}
