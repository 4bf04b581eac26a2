import * as z from 'zod/mini';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { ChatChannel, Style } from '#lambdas/chat-delivery/chat-channel.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';
import type { PostJson } from '#lambdas/chat-delivery/https-client.ts';
import { throwUnlessArrived } from '#lambdas/chat-delivery/throw-unless-arrived.ts';
import { toJson } from '#lambdas/chat-delivery/to-json.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { signedHeaders } from '#lambdas/runtime/webhook-signature.ts';

/** What `reeve secret set` stores for a webhook. */
const Secret = z.object({
  url: z.url({ protocol: /^https$/ }),
  secrets: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
});

/** Receivers need not take more. */
const BODY_LIMIT_BYTES = 20_000;
const NO_NAMES = { resources: [], accounts: [], facts: [], labels: {} };

/** A receiver of your own: each revision of an alert as signed JSON, the same id for each attempt at it. */
export function signedWebhook(secretText: string, postJson: PostJson, now: () => Date): ChatChannel {
  const { url, secrets } = parseSecret(secretText);
  return {
    render: (card, style) => renderWebhook(card, style),
    async post(message, id) {
      const answer = await postJson(url, message, signedHeaders(id, now(), message, secrets));
      throwUnlessArrived(answer, now());
      return id;
    },
  };
}

/** The card as JSON within 20,000 bytes; names give way first, then the text. */
export function renderWebhook(card: Card, style: Style): string {
  const fewNames = { resources: card.resources.slice(0, 5), accounts: card.accounts.slice(0, 5) };
  const versions: Card[] = [
    card,
    { ...card, ...fewNames },
    { ...card, ...NO_NAMES, summary: cutText(card.summary, 1000) },
    bareCard(card),
  ];
  const bodies = versions.slice(style === 'short' ? 2 : 0).map((version) => toJson(bodyOf(version)));
  const fitting = bodies.find((body) => Buffer.byteLength(body) < BODY_LIMIT_BYTES);
  if (fitting === undefined) throw new PermanentError('Alert does not fit a webhook');
  return fitting;
}

/** The card's own words, cut, and its counts; no lists. */
function bareCard(card: Card): Card {
  const cut = Object.entries(card).map(([name, value]) => [
    name,
    typeof value === 'string' ? cutText(value, 300) : value,
  ]);
  const words = Object.fromEntries(cut) as Card;
  return { ...words, summary: '', ...NO_NAMES, links: [], actions: [], regions: [] };
}

function bodyOf(card: Card) {
  // Where a picture lies is of use inside the hub account alone.
  const { attachments: _pictures, ...data } = card;
  return { type: `reeve.alert.${card.status}`, version: 1, data };
}

function parseSecret(text: string): z.infer<typeof Secret> {
  const result = Secret.safeParse(jsonOrUndefined(text));
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || '(whole secret)');
  throw new PermanentError('Secret of the webhook is malformed: set it again with "reeve secret set"', {
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
