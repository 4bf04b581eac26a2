import type { request as httpRequest } from 'node:http';
import type { request as httpsRequest, RequestOptions } from 'node:https';

export type HttpAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

type Options = Omit<RequestOptions, 'headers'> & { headers: Record<string, string>; timeoutMs: number };

/** No answer that is read here is longer. */
const ANSWER_LIMIT = 100_000;

/** Sends one request and reads its answer. `timeoutMs` is for both together, however slowly they drip. */
export function exchange(
  request: typeof httpRequest | typeof httpsRequest,
  options: Options,
  body: string,
): Promise<HttpAnswer> {
  const { timeoutMs, headers, ...rest } = options;
  return new Promise((resolve, reject) => {
    const sent = {
      ...rest,
      method: 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    const outgoing = request(sent, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= ANSWER_LIMIT) chunks.push(chunk);
      });
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The other side closed a kept connection while this function was frozen: a new one is not stale.
      const stale = outgoing.reusedSocket && error.code === 'ECONNRESET';
      if (stale) exchange(request, { ...options, agent: false }, body).then(resolve, reject);
      else reject(error);
    });
    outgoing.end(body);
  });
}
