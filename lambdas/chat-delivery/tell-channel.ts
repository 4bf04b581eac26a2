import type { Card } from '#lambdas/chat-delivery/card.ts';
import { type ChatChannel, MessageGoneError, type Thread } from '#lambdas/chat-delivery/chat-channel.ts';
import { type Sent, sendFitting } from '#lambdas/chat-delivery/send-fitting.ts';
import { isDigest } from '#lambdas/contracts/digest.ts';
import type { Receipt } from '#lambdas/contracts/ledger.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

export type Telling = {
  chat: ChatChannel;
  card: Card;
  /** Of this delivery, the same for each attempt at it. */
  id: string;
  receipt: Receipt | undefined;
  /** The message in whose thread a new one shall stand. */
  root?: string | undefined;
  /** What goes into the thread, or into a follow-up where nothing can be edited. */
  thread: Thread;
  /** Keeps the reference of a message before its thread is filled, so that a retry does not post it again. */
  keepMessage: (message: Sent) => Promise<void>;
  /** Hears of a new message that stands in no other's thread. */
  onRoot?: (message: Sent) => Promise<void>;
};

/** `failure`: the message is told, but its thread can never be filled. */
export type Told = { message: Sent; failure?: PermanentError };

/** Brings the channel's message up to date, then its mark, then its thread. */
export async function tellChannel(telling: Telling): Promise<Told> {
  const { chat, card, receipt, thread } = telling;
  const replies = chat.reply !== undefined && thread.lines.length > 0;
  const message = await renew(telling);
  if (replies && message.reference !== receipt?.reference) await telling.keepMessage(message);
  const resolved = card.status === 'resolved';
  const isTurn = resolved !== (receipt?.status === 'resolved') && !isDigest(card);
  if (isTurn) await chat.markResolved?.(message.reference, resolved);
  if (!replies) return { message };
  try {
    return { message: await fillThread(telling, message) };
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return { message, failure: error };
  }
}

async function fillThread(telling: Telling, message: Sent): Promise<Sent> {
  const { chat, card, thread } = telling;
  try {
    await chat.reply?.(message.reference, card, thread);
    return message;
  } catch (error) {
    if (!(error instanceof MessageGoneError)) throw error;
    const successor = await postAnew(telling);
    await telling.keepMessage(successor);
    await chat.reply?.(successor.reference, card, thread);
    return successor;
  }
}

async function renew(telling: Telling): Promise<Sent> {
  const { receipt } = telling;
  if (!receipt) return postAnew(telling);
  try {
    return await update(telling, receipt);
  } catch (error) {
    if (!(error instanceof MessageGoneError)) throw error;
    return postAnew(telling);
  }
}

async function postAnew({ chat, card, id, root, onRoot }: Telling): Promise<Sent> {
  let isRoot = true;
  const sent = await sendFitting(chat, card, async (message) => {
    if (root === undefined || !chat.postInThread) return chat.post(message, id);
    try {
      const { reference, isBelow } = await chat.postInThread(root, message, id);
      isRoot = !isBelow;
      return reference;
    } catch (error) {
      if (!(error instanceof MessageGoneError)) throw error;
      return chat.post(message, id);
    }
  });
  if (isRoot) await onRoot?.(sent);
  return sent;
}

function update({ chat, card, id, thread }: Telling, receipt: Receipt): Promise<Sent> {
  const { reference } = receipt;
  return sendFitting(chat, card, async (message, hash, style) => {
    const same = hash === receipt.hash;
    if (chat.followUp) {
      if (same && thread.lines.length === 0) return reference;
      const lines = style === 'full' ? thread.lines : [];
      await chat.post(chat.followUp(card, lines, receipt.deliveredAt), id);
      return reference;
    }
    if (same && (chat.edit || thread.lines.length === 0)) return reference;
    return chat.edit ? chat.edit(reference, message) : chat.post(message, id);
  });
}
