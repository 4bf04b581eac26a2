import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';

/** Neither a word of the answer nor more of it for so long: it does not come any more. */
const SILENT_MS = 15_000;

/** GETs by `node:https`, which follows no redirect; the body is the caller's to read. */
export function getUrl(url: URL, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    // A connection that was kept may be closed by the other side while this function is frozen.
    const outgoing = request(url, { headers, agent: false, timeout: SILENT_MS }, resolve);
    outgoing.on('timeout', () => outgoing.destroy(silence()));
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function silence(): Error {
  return Object.assign(new Error('No answer came'), { name: 'TimeoutError', code: 'ETIMEDOUT' });
}
