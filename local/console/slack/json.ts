export type Json = Record<string, unknown>;

/** The objects of what should be a list of them. */
export function arrayOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((entry: unknown): entry is Json => isObject(entry)) : [];
}

export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

/** The first of some values that is a text. */
export function stringOf(...values: unknown[]): string {
  return values.find((value) => typeof value === 'string') ?? '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
