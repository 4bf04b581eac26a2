/** Where a configuration item of AWS Config may hold tags; all forms in which its APIs give them. */
export type TaggedItem = {
  tags?: unknown;
  configuration?: unknown;
  supplementaryConfiguration?: unknown;
};

/**
 * The tags of a configuration item, or of a row of an advanced query. The item's own map is right where it is there,
 * however empty; elsewhere it stands in the configuration, in as many forms as there are services. Never merged:
 * the places may disagree, and the first is what rules see.
 */
export function readTags(item: TaggedItem): Record<string, string> {
  const own = toTags(item.tags);
  if (own) return own;
  const configuration = recordOf(item.configuration);
  const supplement = recordOf(item.supplementaryConfiguration);
  return (
    toTags(configuration?.['tags']) ??
    toTags(configuration?.['Tags']) ??
    toTags(configuration?.['tagList']) ??
    toTags(supplement?.['Tags']) ??
    bucketTags(supplement?.['BucketTaggingConfiguration']) ??
    {}
  );
}

/** A map, or a list of keys and values in any case, or either of them as JSON. */
function toTags(value: unknown): Record<string, string> | undefined {
  const parsed = fromJson(value);
  if (Array.isArray(parsed)) return Object.fromEntries(parsed.flatMap(pairOf));
  if (parsed === null || typeof parsed !== 'object') return undefined;
  return Object.fromEntries(Object.entries(parsed).map(([key, text]) => [key, textOf(text)]));
}

function pairOf(entry: unknown): [string, string][] {
  const fields = recordOf(entry);
  const key = fields?.['key'] ?? fields?.['Key'];
  return typeof key === 'string' ? [[key, textOf(fields?.['value'] ?? fields?.['Value'])]] : [];
}

/** S3's: JSON of `tagSets`, each a map. */
function bucketTags(value: unknown): Record<string, string> | undefined {
  const sets = recordOf(value)?.['tagSets'];
  const [first] = Array.isArray(sets) ? (sets as unknown[]) : [];
  return toTags(recordOf(first)?.['tags']);
}

function recordOf(value: unknown): Record<string, unknown> | undefined {
  const parsed = fromJson(value);
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) return undefined;
  return parsed as Record<string, unknown>;
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
