import { Agent, request } from 'node:https';
import { isIP } from 'node:net';
import { urlToHttpOptions } from 'node:url';
import type { Send } from '#lambdas/case-trackers/send.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { exchange } from '#lambdas/runtime/exchange.ts';
import { isPublicAddress, NOT_PUBLIC, publicAddressOnly } from '#lambdas/runtime/public-address.ts';

/** Less than a lease of an item: who waits no longer has no effect any more that others would not see. */
const TIMEOUT_MS = 12_000;
/** A page of a hundred long comments. */
const ANSWER_LIMIT = 20_000_000;

const agent = new Agent({ keepAlive: true, maxSockets: 5 });

/** Sends by `node:https` to addresses of the internet only, and follows no redirect. Failures never quote the URL. */
export const sendHttps: Send = async ({ method, url, headers, body }) => {
  const options = {
    ...outwardOptions(url),
    // On a kept connection a request that broke off is sent once more: nothing that writes may be.
    agent: method === 'GET' ? agent : false,
    timeoutMs: TIMEOUT_MS,
    answerLimit: ANSWER_LIMIT,
    method,
    headers,
  };
  try {
    return await exchange(request, options, body);
  } catch (error) {
    throw unreached(error);
  }
};

/** How a request gets to an HTTPS URL; fails with `PermanentError` for what is none of the internet. */
export function outwardOptions(address: string) {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:') throw new PermanentError('Address of a tracker is not an HTTPS URL');
  // A literal address is dialled without a look-up.
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(host) && !isPublicAddress(host)) throw notPublic();
  return { ...urlToHttpOptions(url), lookup: publicAddressOnly };
}

/** What a failed request means. */
export function unreached(error: unknown): Error {
  const { code, name } = error as NodeJS.ErrnoException;
  if (code === NOT_PUBLIC) return notPublic();
  return new RetryLaterError('Tracker could not be reached from the internet', {
    fields: { code: code ?? name },
  });
}

function notPublic(): PermanentError {
  return new PermanentError(
    'Address of a tracker is not public: see support.trackers, apiUrl, or the URL of its secret',
  );
}
