/** `2026-01-28T17:14:54.089Z`; AWS also writes offsets, with or without a colon, and leaves out what is zero. */
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:[.,](\d{1,9}))?(?:Z|([+-]\d\d)(?::?(\d\d))?)?$/i;

/** The year 10000, from which on ISO 8601 is written otherwise. */
const MOST_MS = Date.UTC(10_000, 0);

/**
 * A time of AWS as ISO 8601 in UTC with milliseconds; a number counts seconds since 1970. Without an offset it is UTC.
 * Undefined where it is none.
 */
export function toMoment(time: unknown): string | undefined {
  const date = new Date(typeof time === 'number' ? time * 1000 : millisecondsOf(time));
  return Math.abs(date.getTime()) < MOST_MS ? date.toISOString() : undefined;
}

function millisecondsOf(time: unknown): number {
  const parts = typeof time === 'string' ? TIME.exec(time.trim()) : null;
  if (!parts) return Number.NaN;
  const [, day, minutes, seconds = ':00', fraction = '', hours, rest = '00'] = parts;
  const zone = hours === undefined ? 'Z' : `${hours}:${rest}`;
  return Date.parse(`${day}T${minutes}${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
}
