import { acceptsAbsence, contentFilter, type Filter } from './content-filter.ts';
import { type Elements, type EventField, eventFields, mergeElements } from './event-fields.ts';
import { InvalidPattern } from './invalid-pattern.ts';

const MAXIMUM_CHARACTERS = 2048;

type Wanted = { path: string; accepts: Filter; absent: boolean };

/**
 * Whether EventBridge would match the event: every field of the pattern accepts one of the event's values,
 * all taken from the same elements of its arrays. Throws on a pattern that `checkPattern` refuses.
 */
export function matchesPattern(pattern: object, event: object): boolean {
  const fields = eventFields(event);
  return alternatives(pattern, '').some((wanted) => {
    // AWS takes the fields by name. It shows where { "exists": false } meets an array of objects.
    const inOrder = wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    return matchesFrom(inOrder, fields, new Map());
  });
}

/** Why EventBridge would refuse the pattern, or would not do what it says; nothing if it is fine. */
export function checkPattern(pattern: unknown): string | undefined {
  try {
    for (const wanted of alternatives(pattern, '')) refuseRepetition(wanted);
  } catch (error) {
    if (error instanceof InvalidPattern) return error.message;
    throw error;
  }
  const { length } = JSON.stringify(pattern);
  return length > MAXIMUM_CHARACTERS ? `${length} characters are more than ${MAXIMUM_CHARACTERS}` : undefined;
}

function matchesFrom(wanted: Wanted[], fields: Map<string, EventField[]>, elements: Elements): boolean {
  const [first, ...rest] = wanted;
  if (!first) return true;
  const reachable = (fields.get(first.path) ?? []).flatMap((field) => {
    const together = mergeElements(elements, field.elements);
    return together ? [{ value: field.value, together }] : [];
  });
  if (reachable.length === 0) return first.absent && matchesFrom(rest, fields, elements);
  return reachable.some(({ value, together }) => first.accepts(value) && matchesFrom(rest, fields, together));
}

/** The pattern without `$or`: a list of conjunctions, one of which must hold. */
function alternatives(pattern: unknown, path: string): Wanted[][] {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) {
    throw new InvalidPattern(`"${path}" must be an object`);
  }
  const entries = Object.entries(pattern) as [string, unknown][];
  if (entries.length === 0) throw new InvalidPattern('An empty object matches nothing');
  return entries
    .map(([key, value]) => alternativesOf(key, value, path))
    .reduce((left, right) => left.flatMap((some) => right.map((more) => [...some, ...more])));
}

function alternativesOf(key: string, value: unknown, path: string): Wanted[][] {
  if (key === '$or') {
    if (!Array.isArray(value) || value.length < 2) throw new InvalidPattern('$or takes two patterns or more');
    return value.flatMap((option: unknown) => alternatives(option, path));
  }
  const field = path === '' ? key : `${path}.${key}`;
  return Array.isArray(value) ? [[wantedField(field, value)]] : alternatives(value, field);
}

function wantedField(path: string, entries: unknown[]): Wanted {
  if (entries.length === 0) throw new InvalidPattern(`"${path}" has an empty list`);
  const filters = entries.map(contentFilter);
  return {
    path,
    accepts: (value) => filters.some((accepts) => accepts(value)),
    absent: entries.some(acceptsAbsence),
  };
}

// AWS's matcher then keeps only the last of the two, so that the order of keys decides what matches.
function refuseRepetition(wanted: Wanted[]): void {
  const paths = new Set<string>();
  for (const { path } of wanted) {
    if (paths.has(path)) throw new InvalidPattern(`"${path}" is set both inside and outside of $or`);
    paths.add(path);
  }
}
