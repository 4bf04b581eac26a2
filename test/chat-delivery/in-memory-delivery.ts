import type { Card } from '#lambdas/chat-delivery/card.ts';
import type { ChatChannel, Style, Thread } from '#lambdas/chat-delivery/chat-channel.ts';
import type { DeliveryPorts } from '#lambdas/chat-delivery/deliver-alert.ts';
import type { Head, Receipt, SampledResource, ThreadRoot } from '#lambdas/contracts/ledger.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { NOW } from './a-head.ts';

/** A message that a channel was asked to send: `post`, `edit message-1`, `reply message-1` … and its text. */
type Call = { did: string; text: string };

/** A channel that can do all and keeps what it was asked for; `fail` throws in the next call of that name. */
export function aChannel(overrides: Partial<ChatChannel> = {}) {
  const calls: Call[] = [];
  const ids: string[] = [];
  const failures: [string, Error][] = [];
  let posts = 0;
  const record = (name: string, did: string, text: string) => {
    const index = failures.findIndex(([failing]) => failing === name);
    const [failure] = index < 0 ? [] : failures.splice(index, 1);
    if (failure) throw failure[1];
    calls.push({ did, text });
  };
  const chat: ChatChannel = {
    render: (card: Card, style: Style) => `${style}: ${card.status} ${card.severity} ${card.title}`,
    post: async (message, id) => {
      ids.push(id);
      record('post', 'post', message);
      posts += 1;
      return `message-${posts}`;
    },
    postInThread: async (reference, message, id) => {
      ids.push(id);
      record('post', `post in ${reference}`, message);
      posts += 1;
      return { reference: `message-${posts}`, isBelow: true };
    },
    edit: async (reference, message) => {
      record('edit', `edit ${reference}`, message);
      return reference;
    },
    reply: async (reference, _card, { lines, more }: Thread) => {
      const rest = more > 0 ? [`and ${more} more`] : [];
      record('reply', `reply ${reference}`, [...lines, ...rest].join('\n'));
    },
    attach: async (reference, { title, bytes }) =>
      record('attach', `attach ${reference}`, `${title}: ${Buffer.from(bytes).toString()}`),
    markResolved: async (reference, resolved) => record('mark', `mark ${reference}`, String(resolved)),
    ...overrides,
  };
  return { chat, calls, ids, fail: (name: string, error: Error) => failures.push([name, error]) };
}

/** A ledger in memory before one channel, `ops`, and the ports of chat-delivery on both. */
export function inMemoryDelivery(channel = aChannel(), start: { head?: Head; receipt?: Receipt } = {}) {
  const state = {
    head: start.head,
    receipt: start.receipt,
    resources: [] as SampledResource[],
    threadRoot: undefined as ThreadRoot | undefined,
    now: NOW,
    crashBeforeCommit: false,
    unshown: [] as string[],
  };
  const ports: DeliveryPorts = {
    readHead: async () => state.head,
    readReceipt: async () => state.receipt,
    writeReceipt: async (_key, receipt, before) => {
      if (state.crashBeforeCommit) {
        state.crashBeforeCommit = false;
        throw new Error('The function died');
      }
      if ((state.receipt?.writes ?? 0) !== (before?.writes ?? 0))
        throw new RetryLaterError('Row was changed meanwhile');
      state.receipt = { ...receipt, writes: (before?.writes ?? 0) + 1 };
      return state.receipt;
    },
    readThreadRoot: async () => state.threadRoot,
    writeThreadRoot: async (_thread, _channel, root) => {
      if ((state.threadRoot?.writes ?? 0) !== root.writes - 1)
        throw new RetryLaterError('Row was changed meanwhile');
      state.threadRoot = root;
    },
    listResources: async () => state.resources,
    openChannel: async () => channel.chat,
    readFile: async (bucket, key) => Buffer.from(`${bucket}/${key}`),
    reportUnshown: (error) => void state.unshown.push(error.message),
    now: () => state.now,
  };
  return { ...channel, state, ports };
}
