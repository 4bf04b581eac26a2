import type { ServerResponse } from 'node:http';

type Answer = { status: number; headers: Record<string, string>; body: Buffer | string };

const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** Passes an answer on, framed anew for this connection. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  const passedOn = Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.has(name.toLowerCase()));
  response.writeHead(status, { ...Object.fromEntries(passedOn), ...contentLength(response, headers, body) });
  response.end(body);
}

// The answer to HEAD has no body, yet tells the length of what GET would send.
function contentLength(response: ServerResponse, headers: Record<string, string>, body: Buffer | string) {
  const told = headers['content-length'];
  if (response.req.method === 'HEAD') return told === undefined ? {} : { 'content-length': told };
  return { 'content-length': String(Buffer.byteLength(body)) };
}
