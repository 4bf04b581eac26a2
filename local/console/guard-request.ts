import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost']);

/**
 * Throws unless the request is for this machine by name (a foreign name that resolves to 127.0.0.1 is DNS
 * rebinding) and, where it changes something, comes from the console's own page or from no page at all.
 */
export function guardRequest({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): void {
  const host = headers.host ?? '';
  if (!OWN_NAMES.has(host.replace(/:\d+$/, ''))) {
    throw new Refusal(403, 'The console answers to 127.0.0.1 and localhost only');
  }
  if (method === 'GET' || method === 'HEAD') return;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    throw new Refusal(403, 'The console takes orders from its own page only');
  }
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The console reads JSON only');
  }
}
