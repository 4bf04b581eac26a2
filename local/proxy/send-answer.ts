import type { ServerResponse } from 'node:http';

type Answer = { status: number; headers: Record<string, string>; body: Buffer | string };

const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

/**
 * Passes an answer on, framed anew for this connection. It is dated by the emulated time: from a date that
 * differs from its own clock the SDK concludes that its clock is wrong, and repeats every call that failed.
 */
export function sendAnswer(response: ServerResponse, answer: Answer, now: number): void {
  const { status, headers, body } = answer;
  const passedOn = Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()));
  const own = { date: new Date(now).toUTCString(), ...contentLength(response, headers, body) };
  response.writeHead(status, { ...Object.fromEntries(passedOn), ...own });
  response.end(body);
}

// The answer to HEAD has no body, yet tells the length of what GET would send.
function contentLength(response: ServerResponse, headers: Record<string, string>, body: Buffer | string) {
  const told = headers['content-length'];
  if (response.req.method === 'HEAD') return told === undefined ? {} : { 'content-length': told };
  return { 'content-length': String(Buffer.byteLength(body)) };
}
