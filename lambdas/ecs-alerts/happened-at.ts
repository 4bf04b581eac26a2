const RFC_3339 = /^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
/** AWS's own examples have moments that lie weeks before the event that tells of them. */
const FARTHEST_MS = 24 * 3_600_000;

/** Milliseconds of a time with any number of decimals; undefined for what is absent or no time. */
export function timeOf(text: string | undefined): number | undefined {
  const milliseconds = text && RFC_3339.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/**
 * When something happened: the first of the source's own moments that is at most a day from the time of the event,
 * else that time. An event without any is of now.
 */
export function happenedAt(sent: string | undefined, own: (string | undefined)[], now: Date): number {
  const delivered = timeOf(sent);
  const moments = own.map(timeOf).filter((moment) => moment !== undefined);
  if (delivered === undefined) return moments[0] ?? now.getTime();
  return moments.find((moment) => Math.abs(moment - delivered) <= FARTHEST_MS) ?? delivered;
}
