import { createHash } from 'node:crypto';
import type { Card } from '#lambdas/chat-delivery/card.ts';
import { type ChatChannel, type Style, TooLargeError } from '#lambdas/chat-delivery/chat-channel.ts';

/** A message in its product: where it is, and a hash of what it says. */
export type Sent = { reference: string; hash: string };

/** Sends the full message; where the product finds it too large, a short one, once. `send` returns a reference. */
export async function sendFitting(
  chat: ChatChannel,
  card: Card,
  send: (message: string, hash: string, style: Style) => Promise<string>,
): Promise<Sent> {
  const full = chat.render(card, 'full');
  // The number of the revision alone is no news.
  const said = chat.gist?.(card) ?? chat.render({ ...card, revision: 0 }, 'full');
  const hash = createHash('sha256').update(said).digest('base64url').slice(0, 22);
  try {
    return { reference: await send(full, hash, 'full'), hash };
  } catch (error) {
    if (!(error instanceof TooLargeError)) throw error;
    return { reference: await send(chat.render(card, 'short'), hash, 'short'), hash };
  }
}
