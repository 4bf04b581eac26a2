import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import {
  ACCOUNT_ROW,
  type AccountRecord,
  HEARTBEAT_ROW_PREFIX,
  type HeartbeatRecord,
  WATCH_ROW,
  type WatchRecord,
} from '#lambdas/contracts/directory.ts';

export type DirectoryRows = {
  accounts: AccountRecord[];
  heartbeats: HeartbeatRecord[];
  /** Since when the hub expects each Region to speak. */
  awaitedSince: WatchRecord['since'];
};

/** All rows of the directory table. */
export async function askDirectory(client: DynamoDBClient, table: string): Promise<DirectoryRows> {
  const rows: DirectoryRows = { accounts: [], heartbeats: [], awaitedSince: {} };
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
    for (const { row, body } of Items) {
      const content: unknown = JSON.parse(body?.S ?? 'null');
      if (row?.S === ACCOUNT_ROW) rows.accounts.push(content as AccountRecord);
      else if (row?.S === WATCH_ROW) rows.awaitedSince = (content as WatchRecord).since;
      else if (row?.S?.startsWith(HEARTBEAT_ROW_PREFIX)) rows.heartbeats.push(content as HeartbeatRecord);
    }
  }
  return rows;
}
