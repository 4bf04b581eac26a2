import type { HeardComment } from '#lambdas/contracts/support/case-news.ts';
import type { HookSettings } from '#lambdas/contracts/support/tracker-hooks-settings.ts';
import { heardComment } from '#lambdas/tracker-hooks/heard-comment.ts';
import { hookPayload } from '#lambdas/tracker-hooks/hook-payload.ts';
import { bytesOf, type HookAnswer, type HookRequest } from '#lambdas/tracker-hooks/hook-request.ts';
import { hookSecrets } from '#lambdas/tracker-hooks/hook-secrets.ts';
import { isSigned, SIGNATURE } from '#lambdas/tracker-hooks/hook-signature.ts';

/** Twice what the longest issue and the longest comment take, however they are written. */
const MOST_BYTES = 3_000_000;

export type HookPorts = {
  hooks: HookSettings[];
  readSecret: (name: string) => Promise<string>;
  /** Waits for no answer. */
  tell: (news: HeardComment) => Promise<void>;
  /** Ids, never a word of a delivery. */
  note: (message: string, fields: Record<string, unknown>) => void;
};

/**
 * Answers one request of anybody in the world. What GitHub signed is a hint only, so that the same delivery again does
 * no harm: whoever is told reads the comments himself.
 */
export async function receiveDelivery(request: HookRequest, ports: HookPorts): Promise<HookAnswer> {
  const { hooks, readSecret, note } = ports;
  const { headers, rawPath, requestContext } = request;
  if (requestContext.http.method !== 'POST') return answer(405);
  const hook = hooks.find(({ tracker }) => rawPath === `/${tracker}`);
  if (!hook) return answer(404);
  const { tracker } = hook;
  const bytes = bytesOf(request);
  if (bytes.length > MOST_BYTES) return answer(413);
  const signature = headers['x-hub-signature-256'] ?? '';
  // What is not even a signature needs no secret to be read.
  const isGenuine =
    SIGNATURE.test(signature) && isSigned(bytes, signature, hookSecrets(await readSecret(hook.secretName)));
  if (!isGenuine) {
    note('A delivery was refused: its signature is none of the secret', { tracker });
    return answer(401);
  }
  return heed(hook, request, bytes, ports);
}

async function heed(
  hook: HookSettings,
  { headers }: HookRequest,
  bytes: Buffer,
  { tell, note }: HookPorts,
): Promise<HookAnswer> {
  const event = headers['x-github-event'] ?? '';
  const fields = { tracker: hook.tracker, delivery: idOf(headers['x-github-delivery']) };
  if (event === 'ping') return answer(200, 'Reeve listens.');
  if (event !== 'issue_comment') return answer(200, 'Ignored: no comment of an issue.');
  const heard = heardComment(hookPayload(bytes, headers['content-type']), hook);
  if ('ignored' in heard) return answer(200, `Ignored: ${heard.ignored}.`);
  if ('fields' in heard) {
    note('A delivery is unreadable', { ...fields, fields: heard.fields });
    return answer(
      400,
      'Unreadable: the content type must be application/json, the event as GitHub sends it.',
    );
  }
  await tell(heard.news);
  const { account, displayId, item } = heard.news;
  note('A comment was heard', { ...fields, account, displayId, item });
  return answer(202, 'Heard.');
}

/** Headers are not signed: who repeats a delivery may write there what he likes. */
function idOf(header = ''): string {
  return /^[\w-]{1,64}$/.test(header) ? header : '';
}

function answer(statusCode: number, body = ''): HookAnswer {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode, headers, body };
}
