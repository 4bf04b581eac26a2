import * as z from 'zod/mini';
import type { Send } from '#lambdas/case-trackers/send.ts';
import type { Delivery, Tracker } from '#lambdas/case-trackers/tracker.ts';
import { LimitedError } from '#lambdas/case-trackers/tracker-errors.ts';
import { webhookWords } from '#lambdas/case-trackers/webhook/webhook-words.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { retryAfterSeconds } from '#lambdas/runtime/retry-after.ts';
import { signedHeaders } from '#lambdas/runtime/webhook-signature.ts';

/** What `reeve secret set` stores for a webhook. */
const Secret = z.object({
  url: z.url({ protocol: /^https$/ }),
  secrets: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
});

/** A receiver of your own: each event as signed JSON, with the same id at each attempt at it. */
export function webhookTracker(secretText: string, { send, now }: { send: Send; now: () => Date }): Tracker {
  const { url, secrets } = parseSecret(secretText);

  async function post({ id, text }: Delivery): Promise<string> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'reeve',
      ...signedHeaders(id, now(), text, secrets),
    };
    const answer = await send({ method: 'POST', url, headers, body: text });
    const { status } = answer;
    const fields = { status };
    if (status >= 200 && status < 300) return id;
    const afterSeconds = retryAfterSeconds(answer.headers, now()) ?? 60;
    if (status === 429) throw new LimitedError('The receiver limits the rate', { afterSeconds, fields });
    if (status >= 500) throw new RetryLaterError('The receiver has an outage', { fields });
    throw new PermanentError('The receiver refused an event', { fields });
  }

  return {
    words: webhookWords,
    openItem: async (_text, delivery) => ({ id: await post(delivery), url: '' }),
    addComment: (_item, delivery) => post(delivery),
    setState: async (_item, _change, delivery) => void (await post(delivery)),
  };
}

function parseSecret(text: string): z.infer<typeof Secret> {
  const result = Secret.safeParse(jsonOrUndefined(text));
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || '(whole secret)');
  throw new PermanentError('Secret of the tracker is malformed: set it again with "reeve secret set"', {
    fields: { fields },
  });
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
