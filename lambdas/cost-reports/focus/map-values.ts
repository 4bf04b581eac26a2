import type { FocusCell } from '#lambdas/cost-reports/focus/focus-columns.ts';

/** Many charges have the same tags: so many texts are remembered. */
const MOST_REMEMBERED = 10_000;

export type MapValues = (cell: FocusCell, names: readonly string[]) => string;

/** Looks up the first of some names in a map: of Parquet it is one, of CSV it is JSON. '' where there is none. */
export function mapValues(): MapValues {
  const remembered = new Map<string, object>();

  function mapOf(text: string): object {
    const known = remembered.get(text);
    if (known) return known;
    const map = parsedMap(text);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(text, map);
    return map;
  }

  return (cell, names) => {
    const map = typeof cell === 'object' ? (cell ?? {}) : mapOf(String(cell));
    const name = names.find((one) => Object.hasOwn(map, one));
    const value: unknown = name === undefined ? '' : Reflect.get(map, name);
    return typeof value === 'string' ? value : '';
  };
}

/**
 * The names that a tag of Cost Explorer may have in `Tags`: AWS writes where it is from before it, and wrote it like
 * a column in FOCUS 1.0. https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2-tag-columns.html
 */
export function tagNames(key: string): string[] {
  return [key, `resourceTags/${key}`, `user:${key}`, `resourceTags/user:${key}`, `user_${likeColumn(key)}`];
}

/** The names that a cost category may have in `Tags`, and in the column of FOCUS 1.0. */
export function costCategoryNames(name: string): { inTags: string[]; inColumn: string[] } {
  return { inTags: [`costCategory/${name}`], inColumn: [name, likeColumn(name)] };
}

function likeColumn(key: string): string {
  const words = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return words.replaceAll(/[^a-z0-9]+/g, '_');
}

function parsedMap(text: string): object {
  try {
    const map: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof map === 'object' && map !== null) return map;
  } catch {
    // Said below.
  }
  throw new TypeError('Tags are no map');
}
