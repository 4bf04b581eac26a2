import type { DirectoryMessage, ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { updateDirectory } from '#lambdas/account-directory/update-directory.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';

export const NOW = new Date('2026-11-22T06:00:00.000Z');

type Tags = Record<string, string>;
type Given = {
  /** What the Organization has. */
  listed?: ListedAccount[];
  /** What the directory has. */
  records?: AccountRecord[];
  tags?: Record<string, Tags>;
};

/** The ports over maps, with what was asked and sent; the clock goes on by a second with each look at it. */
export function inMemoryDirectory({ listed = [], records = [], tags = {} }: Given = {}) {
  const kept = new Map(records.map((record) => [record.id, record]));
  const expiries = new Map<string, Date | undefined>();
  const asked: string[] = [];
  const sent: DirectoryMessage[] = [];
  const failing = new Map<string, Error>();
  let seconds = 0;

  const ask = (question: string) => {
    asked.push(question);
    const failure = failing.get(question);
    if (failure) throw failure;
  };

  const ports: DirectoryPorts = {
    async *walkTree() {
      ask('tree');
      yield* listed;
    },
    findAccount: async (id) => {
      ask(`account ${id}`);
      return listed.find((account) => account.id === id);
    },
    readTags: async (id) => {
      ask(`tags ${id}`);
      return listed.some((account) => account.id === id) ? (tags[id] ?? {}) : undefined;
    },
    readContacts: async (id) => {
      ask(`contacts ${id}`);
      return { BILLING: null, OPERATIONS: null, SECURITY: null };
    },
    readRecord: async (id) => kept.get(id),
    async *listRecords() {
      yield* kept.values();
    },
    writeRecord: async (record, until) => {
      const there = kept.get(record.id);
      if (there && there.readAt >= record.readAt) return;
      kept.set(record.id, record);
      expiries.set(record.id, until);
    },
    send: async (messages) => void sent.push(...messages),
    now: () => new Date(NOW.getTime() + seconds++ * 1000),
    ownerTag: 'owner',
  };

  return {
    ports,
    kept,
    expiries,
    asked,
    sent,
    fail: (question: string, error = new Error('away')) => void failing.set(question, error),
    mend: () => failing.clear(),
    /** Handles a message, and what it sends in its turn. */
    async handle(message: DirectoryMessage) {
      await updateDirectory(message, ports);
      for (let next = sent.shift(); next; next = sent.shift()) await updateDirectory(next, ports);
    },
  };
}
