import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { FetchFile, FileAnswer, PutPart } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { outwardOptions, unreached } from '#lambdas/case-trackers/https-client.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { exchange } from '#lambdas/runtime/exchange.ts';

/** Of one file, either way: less than a lease, with what else is done in one. */
const TIMEOUT_MS = 45_000;
/** AWS says the hosts of its links may change, and that they are its own. */
const AWS_HOST = /\.amazonaws\.com(?:\.cn)?$/;

/** Holds the bytes of one file, and no more than it may have: what is said to be longer is not read at all. */
export const fetchFile: FetchFile = async ({ url, headers, mostBytes, body }) => {
  const options = outwardOptions(url);
  const method = body === undefined ? 'GET' : 'POST';
  try {
    return await new Promise((resolve, reject) => {
      const outgoing = request(
        { ...options, agent: false, method, headers, signal: AbortSignal.timeout(TIMEOUT_MS) },
        (incoming) => void receive(incoming, mostBytes).then(resolve, reject),
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  } catch (error) {
    throw unreached(error);
  }
};

async function receive(incoming: IncomingMessage, mostBytes: number): Promise<FileAnswer> {
  const { statusCode: status = 0, headers } = incoming;
  const said = Number(headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  if (said <= mostBytes) {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) break;
      chunks.push(chunk);
    }
  }
  if (said > mostBytes || size > mostBytes) {
    incoming.destroy();
    return { status, headers };
  }
  return { status, headers, bytes: Buffer.concat(chunks) };
}

/** Only to hosts of AWS. */
export const putPart: PutPart = async (url, bytes) => {
  const options = outwardOptions(url);
  if (!AWS_HOST.test(options.hostname ?? '')) throw new PermanentError('A link for a file leads out of AWS');
  const sent = { ...options, agent: false, method: 'PUT', headers: {}, timeoutMs: TIMEOUT_MS } as const;
  const { status, headers } = await exchange(request, sent, bytes).catch((error: unknown) => {
    throw unreached(error);
  });
  const { etag } = headers;
  if (status !== 200 || typeof etag !== 'string')
    throw new RetryLaterError('AWS did not take a part of a file', { fields: { status } });
  return etag;
};
