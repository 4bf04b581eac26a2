import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { urlToHttpOptions } from 'node:url';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { exchange, type HttpAnswer } from '#lambdas/runtime/exchange.ts';
import { isPublicAddress, NOT_PUBLIC, publicAddressOnly } from '#lambdas/runtime/public-address.ts';

export type PostJson = (url: string, body: string, headers?: Record<string, string>) => Promise<HttpAnswer>;
export type PostFile = (url: string, bytes: Uint8Array) => Promise<HttpAnswer>;

const TIMEOUT_MS = 15_000;

/** One agent keeps its connections: a new TLS handshake costs ten times what a POST does. */
const agent = new Agent({ keepAlive: true, maxSockets: 10 });

/** POSTs text by `node:https`, which follows no redirect. Failures never quote the URL: it may be a secret. */
export const postJson: PostJson = (url, body, headers = {}) =>
  post(url, body, { 'content-type': 'application/json; charset=utf-8', ...headers });

/** The same for the bytes of a file. */
export const postFile: PostFile = (url, bytes) =>
  post(url, bytes, { 'content-type': 'application/octet-stream' });

async function post(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string>,
): Promise<HttpAnswer> {
  const options = {
    ...urlToHttpOptions(publicHttpsUrl(url)),
    agent,
    lookup: publicAddressOnly,
    timeoutMs: TIMEOUT_MS,
    headers,
  };
  try {
    return await exchange(request, options, body);
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === NOT_PUBLIC) throw notPublic();
    throw new RetryLaterError('Channel could not be reached', { fields: { code: code ?? name } });
  }
}

function publicHttpsUrl(text: string): URL {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:') throw new PermanentError('Channel address is not an HTTPS URL');
  // A literal address is dialled without a look-up.
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw notPublic();
  return url;
}

function notPublic(): PermanentError {
  return new PermanentError('Channel address is not public');
}
