import type { DirectoryPorts } from '#lambdas/account-directory/directory-ports.ts';
import { ACCOUNT_ROW, type AccountRecord } from '#lambdas/contracts/directory.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';

type RecordLedger = Pick<DirectoryPorts, 'readRecord' | 'listRecords' | 'writeRecord'>;

/** The records of accounts in the directory table; the heartbeats beside them are not ours. */
export function recordLedger(table: string): RecordLedger {
  const rows = directoryRows(table);
  return {
    readRecord: (accountId) => rows.get<AccountRecord>(accountId, ACCOUNT_ROW),

    async *listRecords() {
      for await (const { row, body } of rows.scan()) if (row === ACCOUNT_ROW) yield body as AccountRecord;
    },

    writeRecord: (record, until) =>
      rows.putNewer(record.id, ACCOUNT_ROW, record, {
        order: Date.parse(record.readAt),
        ...(until ? { expiresAt: until } : {}),
      }),
  };
}
