import type { DirectoryRows } from '#bin/commands/doctor/facts/directory.ts';
import {
  ACCOUNT_ROW,
  HEARTBEAT_ROW_PREFIX,
  WATCH_PARTITION,
  WATCH_ROW,
} from '#lambdas/contracts/directory.ts';
import { type AwsBackend, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';

const PAGE_SIZE = 40;

/** The directory table, as a scan pages through it. Every second page is empty, as DynamoDB may send it. */
export function directoryBackend(table: string, rows: () => DirectoryRows): AwsBackend {
  return awsJsonBackend({
    Scan: ({ TableName, ExclusiveStartKey: start }) => {
      if (TableName !== table)
        throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
      const items = toItems(rows());
      const from = Number((start as { row?: { S: string } } | undefined)?.row?.S ?? -1);
      const to = Math.max(from, 0) + (from < 0 ? 0 : PAGE_SIZE);
      const Items = from < 0 ? [] : items.slice(from, to);
      const key = { account: { S: 'page' }, row: { S: String(to) } };
      return { Items, Count: Items.length, ...(to < items.length ? { LastEvaluatedKey: key } : {}) };
    },
  });
}

function toItems({ accounts, heartbeats, awaitedSince }: DirectoryRows) {
  const item = (account: string, row: string, body: unknown) => ({
    account: { S: account },
    row: { S: row },
    body: { S: JSON.stringify(body) },
  });
  return [
    ...accounts.map((record) => item(record.id, ACCOUNT_ROW, record)),
    ...heartbeats.map((record) => item(record.account, `${HEARTBEAT_ROW_PREFIX}${record.region}`, record)),
    item(WATCH_PARTITION, WATCH_ROW, { countedAt: new Date(0).toISOString(), since: awaitedSince }),
  ];
}
