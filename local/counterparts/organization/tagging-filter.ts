import { invalidTagging, listIn } from './tagging-rules.ts';
import type { WorldResource } from './world-resources.ts';

type Input = Record<string, unknown>;
type TagFilter = { Key?: unknown; Values?: unknown };

const MOST_KEYS = 50;
const MOST_VALUES = 20;
const MOST_TYPES = 100;

/** Whether a resource fulfils all filters by tags, of each any of its values; without values the key is enough. */
export function hasWantedTags(input: Input): (resource: WorldResource) => boolean {
  const filters = listIn<TagFilter>(input, 'TagFilters', MOST_KEYS);
  const wanted = filters.map(({ Key, Values = [] }) => {
    if (typeof Key !== 'string' || Key === '' || Key.length > 128)
      throw invalidTagging('TagFilters: Key must have 1 to 128 characters');
    if (!Array.isArray(Values) || Values.length > MOST_VALUES)
      throw invalidTagging(`TagFilters: Values must hold at most ${MOST_VALUES} entries`);
    return { key: Key, values: Values as unknown[] };
  });
  return ({ tags }) =>
    wanted.every(
      ({ key, values }) => Object.hasOwn(tags, key) && (values.length === 0 || values.includes(tags[key])),
    );
}

/** Whether a resource is of one of the wanted types, such as `ec2` or `ec2:instance`. */
export function isOfTypes(input: Input): (resource: WorldResource) => boolean {
  const types = listIn<string>(input, 'ResourceTypeFilters', MOST_TYPES);
  if (types.some((type) => typeof type !== 'string' || !/^[a-z0-9-]+(?::[\w/.-]+)?$/i.test(type)))
    throw invalidTagging('ResourceTypeFilters: service or service:resourceType is expected');
  if (types.length === 0) return () => true;
  return ({ arn }) => {
    const [, , service = '', , , kind = '', ...rest] = arn.split(/[:/]/);
    const type = service === 's3' ? 'bucket' : rest.length > 0 ? kind : '';
    return types.includes(service) || types.includes(`${service}:${type}`);
  };
}
