const MOMENT = /(?:At|lastUpdated|lastStatusChange)$/;

/** The same with every moment as ECS sends it: in seconds since 1970, not milliseconds. */
export function withEcsMoments(value: unknown, field = ''): unknown {
  if (typeof value === 'number') return MOMENT.test(field) ? value / 1000 : value;
  if (Array.isArray(value)) return value.map((item) => withEcsMoments(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withEcsMoments(inner, name)]),
  );
}
