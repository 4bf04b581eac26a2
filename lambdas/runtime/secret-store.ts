/** A secret that was set anew is used after this at the latest. */
const CACHE_MS = 300_000;

/** Reads secrets through a cache. */
export function secretStore(
  read: (name: string) => Promise<string>,
  now: () => Date,
): (name: string) => Promise<string> {
  const cache = new Map<string, { readAt: number; value: string }>();
  return async (name) => {
    const cached = cache.get(name);
    if (cached && now().getTime() - cached.readAt < CACHE_MS) return cached.value;
    const value = await read(name);
    cache.set(name, { readAt: now().getTime(), value });
    return value;
  };
}
