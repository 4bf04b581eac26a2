type Wanted = {
  /** Those with the prefix of the request, in order. */
  keys: string[];
  prefix: string;
  /** Keys that have it after the prefix are told as one: as what stands up to it. */
  delimiter: string;
  /** Begin behind this key, or behind all keys with this common prefix. */
  after: string;
  limit: number;
};

export type KeyPage = {
  /** Keys, and common prefixes, which end with the delimiter. */
  entries: { kind: 'key' | 'prefix'; name: string }[];
  truncated: boolean;
};

/** One page of a listing, as S3 cuts it. */
export function keyPage({ keys, prefix, delimiter, after, limit }: Wanted): KeyPage {
  const entries: KeyPage['entries'] = [];
  const afterBytes = Buffer.from(after);
  for (const key of keys) {
    if (!key.startsWith(prefix) || Buffer.from(key).compare(afterBytes) <= 0) continue;
    const group = groupOf(key, prefix, delimiter);
    if (group !== undefined && (group === after || group === entries.at(-1)?.name)) continue;
    if (entries.length === limit) return { entries, truncated: limit > 0 };
    entries.push(group === undefined ? { kind: 'key', name: key } : { kind: 'prefix', name: group });
  }
  return { entries, truncated: false };
}

function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}
