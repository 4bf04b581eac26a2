import type { IncomingHttpHeaders } from 'node:http';

/** Headers with one string per name; what was sent several times is joined by commas. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
