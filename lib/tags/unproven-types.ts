import resourceTypes from '#lib/tags/resource-types.json' with { type: 'json' };

const PROVEN = new Set(resourceTypes.flatMap((each) => ('tagsProvenBy' in each ? [each.type] : [])));

/** Of these types, those of which no managed rule proves that AWS Config records their tags. */
export function unprovenTypes(types: readonly string[]): string[] {
  return types.filter((type) => !PROVEN.has(type));
}
