/** What the header `Retry-After` asks for, in seconds: a number, or a date. */
export function retryAfterSeconds(
  headers: Record<string, string | string[] | undefined>,
  now: Date,
): number | undefined {
  const value = headers['retry-after'];
  if (typeof value !== 'string') return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now.getTime()) / 1000));
}
