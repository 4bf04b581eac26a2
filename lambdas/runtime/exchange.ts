import type { request as httpRequest } from 'node:http';
import type { request as httpsRequest, RequestOptions } from 'node:https';

export type HttpAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

type Options = Omit<RequestOptions, 'headers'> & {
  headers: Record<string, string>;
  timeoutMs: number;
  /** What lies behind so many bytes is not read. */
  answerLimit?: number;
};

/** No text that is read here is longer. */
const ANSWER_LIMIT = 100_000;

/** Sends one request, a POST unless said otherwise, and reads its answer. `timeoutMs` is for both together, however slowly they drip. */
export function exchange(
  request: typeof httpRequest | typeof httpsRequest,
  options: Options,
  body: string | Uint8Array,
): Promise<HttpAnswer & { bytes: Buffer }> {
  const { timeoutMs, headers, answerLimit = ANSWER_LIMIT, ...rest } = options;
  return new Promise((resolve, reject) => {
    const sent = {
      method: 'POST',
      ...rest,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    const outgoing = request(sent, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= answerLimit) chunks.push(chunk);
      });
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: bytes.toString(),
          bytes,
        });
      });
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
