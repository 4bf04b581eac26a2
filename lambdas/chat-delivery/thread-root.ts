import type { ChatChannel } from '#lambdas/chat-delivery/chat-channel.ts';
import type { Sent } from '#lambdas/chat-delivery/send-fitting.ts';
import type { Head, Receipt, ThreadRoot } from '#lambdas/contracts/ledger.ts';

/** News below a message of yesterday would not be seen, unless that one is still open. */
const FRESH_MS = 24 * 3_600_000;

export type ThreadPorts = {
  readHead: (key: string) => Promise<Head | undefined>;
  /** Where a thread of several alerts begins in a channel. */
  readThreadRoot: (thread: string, channel: string) => Promise<ThreadRoot | undefined>;
  /** Where it is to begin from now on; fails where it is no longer as it was read. */
  writeThreadRoot: (thread: string, channel: string, root: ThreadRoot) => Promise<void>;
  now: () => Date;
};

/** `reference`: the message to post below, where there is one. `keep`: lets later alerts stand below another. */
export type OpenThread = { reference: string | undefined; keep: (message: Sent) => Promise<void> };

/** The thread in which an alert's first message is to stand with others; none where it stands already, or alone. */
export async function openThread(
  { key, content: { thread } }: Head,
  chat: ChatChannel,
  channel: string,
  receipt: Receipt | undefined,
  ports: ThreadPorts,
): Promise<OpenThread | undefined> {
  if (thread === undefined || receipt || !chat.postInThread) return undefined;
  const root = await ports.readThreadRoot(thread, channel);
  const reference = root && root.alert !== key && (await isFresh(root, ports)) ? root.reference : undefined;
  return {
    reference,
    keep: async (message) => {
      const postedAt = ports.now().toISOString();
      const writes = (root?.writes ?? 0) + 1;
      await ports.writeThreadRoot(thread, channel, {
        alert: key,
        reference: message.reference,
        postedAt,
        writes,
      });
    },
  };
}

async function isFresh({ alert, postedAt }: ThreadRoot, { readHead, now }: ThreadPorts): Promise<boolean> {
  if (now().getTime() - Date.parse(postedAt) < FRESH_MS) return true;
  return (await readHead(alert))?.status === 'open';
}
