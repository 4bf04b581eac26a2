import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HeartbeatRecord } from '#lambdas/contracts/directory.ts';
import { directoryClient } from '#lambdas/heartbeat/directory-client.ts';
import { type DirectoryServer, serveDirectory, TABLE } from '#test/runtime/directory-server.ts';
import { hoursAgo, NOW, PAYMENTS, SHOP } from './a-directory.ts';

let server: DirectoryServer;
const directory = directoryClient(TABLE);

beforeAll(async () => {
  server = await serveDirectory();
});

afterAll(() => server.close());

const record = (hours: number, over: Partial<HeartbeatRecord> = {}): HeartbeatRecord => ({
  account: PAYMENTS,
  region: 'eu-west-1',
  heardAt: hoursAgo(hours),
  version: '0.2.0',
  ...over,
});
async function listed(): Promise<unknown[]> {
  const rows = [];
  for await (const row of directory.listRows()) rows.push(row);
  return rows;
}

test('what is written is listed: heartbeats by account and Region, and the watch', async () => {
  const watch = { countedAt: hoursAgo(0), since: { 'eu-west-1': hoursAgo(9) } };
  await directory.writeHeartbeat(record(2, { account: SHOP }));
  await directory.writeWatch(watch);

  expect(await listed()).toEqual(
    expect.arrayContaining([
      { account: SHOP, row: 'heartbeat#eu-west-1', body: record(2, { account: SHOP }) },
      { account: 'heartbeat', row: 'watch', body: watch },
    ]),
  );
});

test('an older heartbeat, or the same again, never takes the place of a newer one', async () => {
  await directory.writeHeartbeat(record(5));
  await directory.writeHeartbeat(record(1));
  await directory.writeHeartbeat(record(1, { version: '0.1.0' }));
  await directory.writeHeartbeat(record(3));

  expect(await listed()).toContainEqual({ account: PAYMENTS, row: 'heartbeat#eu-west-1', body: record(1) });
});

test('a heartbeat is forgotten thirty days after it was heard', async () => {
  await directory.writeHeartbeat(record(0, { region: 'us-east-1' }));
  const key = { account: { S: PAYMENTS }, row: { S: 'heartbeat#us-east-1' } };
  const { Item } = await server.client.send(new GetItemCommand({ TableName: TABLE, Key: key }));

  expect(Number(Item?.['expiresAt']?.N)).toBe(NOW.getTime() / 1000 + 30 * 86_400);
});
