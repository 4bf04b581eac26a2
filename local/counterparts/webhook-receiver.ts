import { timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Clock } from '#local/clock.ts';
import type { InternetAnswer, InternetHandler, InternetRequest } from './internet-request.ts';

const MAXIMUM_BYTES = 20_000;
const TOLERANCE_SECONDS = 5 * 60;

type WebhookDelivery = {
  id: string;
  body: unknown;
  /** When it first arrived, by the clock. */
  at: number;
  /** How often the same id came again. */
  repeats: number;
};

export type WebhookReceiver = {
  handler: InternetHandler;
  deliveries: () => WebhookDelivery[];
  /** Answers the next requests with this status before it looks at them. */
  failNext: (status: number, times?: number, retryAfterSeconds?: number) => void;
};

/** A receiver of signed webhooks that accepts the given secrets (https://www.standardwebhooks.com). */
export function createWebhookReceiver({
  clock,
  secrets,
}: {
  clock: Clock;
  secrets: string[];
}): WebhookReceiver {
  const signers = secrets.map((secret) => new Webhook(secret));
  const deliveries = new Map<string, WebhookDelivery>();
  const failures: InternetAnswer[] = [];

  const receive = (request: InternetRequest): InternetAnswer => {
    const failure = failures.shift();
    if (failure) return failure;
    if (request.method !== 'POST') return answer(405);
    if (request.body.length > MAXIMUM_BYTES) return answer(413);
    if (!isFresh(request, clock) || !signers.some((signer) => isSignedBy(signer, request)))
      return answer(401);
    const body = parse(request.body);
    if (body === undefined) return answer(400);

    const id = request.headers['webhook-id'] ?? '';
    const known = deliveries.get(id);
    if (known) known.repeats += 1;
    else deliveries.set(id, { id, body, at: clock.now(), repeats: 0 });
    return answer(204);
  };

  return {
    handler: (request) => Promise.resolve(receive(request)),
    deliveries: () => structuredClone([...deliveries.values()]),
    failNext: (status, times = 1, retryAfterSeconds) => {
      const headers: Record<string, string> =
        retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
      failures.push(...Array.from({ length: times }, () => answer(status, headers)));
    },
  };
}

function isFresh({ headers }: InternetRequest, clock: Clock): boolean {
  const stamp = headers['webhook-timestamp'] ?? '';
  return /^\d+$/.test(stamp) && Math.abs(clock.now() / 1000 - Number(stamp)) <= TOLERANCE_SECONDS;
}

// The library's own `verify` reads the machine's time, which may be far from the clock's.
function isSignedBy(signer: Webhook, { headers, body }: InternetRequest): boolean {
  const id = headers['webhook-id'] ?? '';
  if (!/^[^.\s]+$/.test(id)) return false;
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = Buffer.from(signer.sign(id, at, body));
  return (headers['webhook-signature'] ?? '')
    .split(' ')
    .map((signature) => Buffer.from(signature))
    .some((signature) => signature.length === expected.length && timingSafeEqual(signature, expected));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

const answer = (status: number, headers: Record<string, string> = {}): InternetAnswer => ({
  status,
  headers,
  body: '',
});
