import { createHash } from 'node:crypto';
import { attachPictures, type PicturePorts } from '#lambdas/chat-delivery/attach-pictures.ts';
import { type Card, statusOf, toCard } from '#lambdas/chat-delivery/card.ts';
import type { ChatChannel, Thread } from '#lambdas/chat-delivery/chat-channel.ts';
import { nextEdits, planDelivery } from '#lambdas/chat-delivery/plan-delivery.ts';
import type { Sent } from '#lambdas/chat-delivery/send-fitting.ts';
import { tellChannel } from '#lambdas/chat-delivery/tell-channel.ts';
import { newsThread, resourceThread } from '#lambdas/chat-delivery/thread.ts';
import { openThread, type ThreadPorts } from '#lambdas/chat-delivery/thread-root.ts';
import type { Delivery } from '#lambdas/contracts/delivery.ts';
import type { Head, Receipt, SampledResource, View } from '#lambdas/contracts/ledger.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

export type DeliveryPorts = {
  readHead: (key: string) => Promise<Head | undefined>;
  readReceipt: (key: string, channel: string) => Promise<Receipt | undefined>;
  /** Fails where the receipt is no longer the one that was read; the receipt as it now stands comes back. */
  writeReceipt: (key: string, receipt: Receipt, before: Receipt | undefined) => Promise<Receipt>;
  /** More names than the head's sample holds. */
  listResources: (key: string, channel: string) => Promise<SampledResource[]>;
  openChannel: (name: string) => Promise<ChatChannel>;
  now: () => Date;
} & PicturePorts &
  ThreadPorts;

/** The revision of a receipt whose message is posted, while its thread has still to be filled. */
const THREAD_OWED = 0;
const BYGONE_MS = 24 * 3_600_000;
const NO_THREAD: Thread = { lines: [], more: 0 };

/**
 * Tells one channel what the ledger says now, then writes the receipt: a crash in between may repeat a
 * message once and never loses one.
 */
export async function deliverAlert(
  { key, channel, revision }: Delivery,
  ports: DeliveryPorts,
): Promise<void> {
  const [head, stored] = await Promise.all([ports.readHead(key), ports.readReceipt(key, channel)]);
  if (!head || head.revision < revision)
    throw new RetryLaterError('Ledger is behind the outbox', { fields: { revision } });
  const view = head.views[channel];
  const now = ports.now();
  const receipt = stored && head && view && isBygone(stored, head, view, now) ? undefined : stored;
  // A part that is held back has left the view: what the channel was told before stays as it is.
  if (!view || view.parts === 0) return;
  const plan = planDelivery(head, view, receipt, now);
  if (plan.kind === 'nothing') return;
  if (plan.kind === 'wait') return owe(key, receipt, plan.until, ports);

  let written = stored;
  const write = async (next: Receipt) => {
    written = await ports.writeReceipt(key, next, written);
  };
  try {
    await tell(head, toCard(head, view, now), receipt, write, channel, ports);
  } catch (error) {
    // The dead letter keeps what is owed: the clock must not ask for it again and again.
    if (error instanceof PermanentError && written?.owedAt !== undefined) await write(paid(written));
    throw error;
  }
}

async function tell(
  head: Head,
  card: Card,
  receipt: Receipt | undefined,
  write: (next: Receipt) => Promise<void>,
  channel: string,
  ports: DeliveryPorts,
): Promise<void> {
  const { key, revision } = head;
  const chat = await ports.openChannel(channel);
  const isTold = receipt !== undefined && receipt.revision !== THREAD_OWED;
  const news = isTold ? newsThread(card, head, receipt) : NO_THREAD;
  const list = receipt?.listed || !chat.reply ? NO_THREAD : await listOf(card, key, channel, ports);
  const thread = { ...news, lines: [...news.lines, ...list.lines], more: list.more };
  const told = receiptOf(channel, card, receipt, ports.now());
  const after = { ...told, revision, ...(list.lines.length > 0 ? { listed: true } : {}) };
  const keepMessage = (kept: Sent) => write({ ...(receipt ?? { ...told, revision: THREAD_OWED }), ...kept });
  const threadRoot = await openThread(head, chat, channel, receipt, ports);
  const { message, failure } = await tellChannel({
    chat,
    card,
    root: threadRoot?.reference,
    ...(threadRoot ? { onRoot: threadRoot.keep } : {}),
    id: createHash('sha256').update(`${channel} ${key} ${revision}`).digest('hex').slice(0, 32),
    receipt,
    thread,
    keepMessage,
  });
  const pictures = receipt?.attached || !chat.attach ? [] : (card.attachments ?? []);
  if (pictures.length > 0) {
    await keepMessage(message);
    await attachPictures(chat, message.reference, pictures, ports);
  }
  const isQuiet = isTold && message.hash === receipt.hash && thread.lines.length === 0;
  const attached = pictures.length > 0 ? { attached: true } : {};
  await write(isQuiet ? { ...paid(receipt), ...attached, revision } : { ...after, ...attached, ...message });
  if (failure) throw failure;
}

/** An alert that is open again long after it was over: an edit of its old message would be seen by nobody. */
function isBygone({ status, deliveredAt }: Receipt, head: Head, view: View, now: Date): boolean {
  const isOpenAgain = status === 'resolved' && statusOf(head, view, now) !== 'resolved';
  return isOpenAgain && now.getTime() - Date.parse(deliveredAt) > BYGONE_MS;
}

function listOf(card: Card, key: string, channel: string, ports: DeliveryPorts): Promise<Thread> {
  return resourceThread(card, () => ports.listResources(key, channel));
}

function paid({ owedAt: _paid, ...receipt }: Receipt): Receipt {
  return receipt;
}

function receiptOf(
  channel: string,
  card: Card,
  before: Receipt | undefined,
  now: Date,
): Omit<Receipt, 'revision' | 'reference' | 'hash'> {
  return {
    channel,
    status: card.status === 'resolved' ? 'resolved' : 'open',
    severity: card.severity,
    edits: before ? nextEdits(before, now) : 0,
    deliveredAt: now.toISOString(),
    ...(before?.listed ? { listed: true } : {}),
    ...(before?.attached ? { attached: true } : {}),
    writes: before?.writes ?? 0,
  };
}

async function owe(
  key: string,
  receipt: Receipt | undefined,
  until: Date,
  ports: DeliveryPorts,
): Promise<void> {
  const owedAt = until.toISOString();
  if (!receipt || (receipt.owedAt !== undefined && receipt.owedAt <= owedAt)) return;
  await ports.writeReceipt(key, { ...receipt, owedAt }, receipt);
}
