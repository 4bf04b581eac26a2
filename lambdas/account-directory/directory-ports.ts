import type { DirectoryMessage, ListedAccount } from '#lambdas/account-directory/directory-message.ts';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';

export type DirectoryPorts = {
  /** Every account of the Organization. */
  walkTree: () => AsyncIterable<ListedAccount>;
  /** Undefined: the Organization has no such account, or has it no longer. */
  findAccount: (accountId: string) => Promise<ListedAccount | undefined>;
  /** Undefined: it left since it was listed. */
  readTags: (accountId: string) => Promise<Record<string, string> | undefined>;
  /** Those that AWS does not show us are left out. */
  readContacts: (accountId: string) => Promise<AccountRecord['contacts']>;
  readRecord: (accountId: string) => Promise<AccountRecord | undefined>;
  listRecords: () => AsyncIterable<AccountRecord>;
  /** For good, or until a moment; unless a record is there that is as new or newer. */
  writeRecord: (record: AccountRecord, until?: Date) => Promise<void>;
  /** To the capability's own queue. */
  send: (messages: DirectoryMessage[]) => Promise<void>;
  now: () => Date;
  ownerTag: string;
};
