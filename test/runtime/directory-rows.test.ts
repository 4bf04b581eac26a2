import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { type DirectoryServer, serveDirectory, TABLE } from '#test/runtime/directory-server.ts';

let server: DirectoryServer;
const rows = directoryRows(TABLE);

beforeAll(async () => {
  server = await serveDirectory();
});
afterAll(() => server.close());

async function itemAt(account: string, row: string) {
  const key = { account: { S: account }, row: { S: row } };
  return (await server.client.send(new GetItemCommand({ TableName: TABLE, Key: key }))).Item;
}

test('a row is read as it was written, and one that does not exist is none', async () => {
  await rows.put('111122223333', 'account', { name: 'mill' });
  expect(await rows.get('111122223333', 'account')).toEqual({ name: 'mill' });
  expect(await rows.get('111122223333', 'heartbeat#eu-west-1')).toBeUndefined();
});

test('a row is kept for good, or until a moment, in the seconds that DynamoDB counts', async () => {
  await rows.put('222233334444', 'account', {}, { expiresAt: new Date('2026-12-22T06:00:00.900Z') });
  expect((await itemAt('222233334444', 'account'))?.['expiresAt']).toEqual({ N: '1797919200' });
  await rows.put('222233334444', 'account', {});
  expect(await itemAt('222233334444', 'account')).not.toHaveProperty('expiresAt');
});

test('a row that is put in its order gives way to a higher one only', async () => {
  const row = 'heartbeat#eu-west-1';
  const said: [order: number, words: string][] = [
    [2, 'first'],
    [1, 'older'],
    [3, 'newer'],
    [3, 'as new'],
    [2, 'late'],
  ];
  for (const [order, words] of said) await rows.putNewer('333344445555', row, { words }, { order });
  expect(await rows.get('333344445555', row)).toEqual({ words: 'newer' });
});

test('a row that cannot be put is an error, other than one that gives way', async () => {
  const put = directoryRows('no-such-table').putNewer('333344445555', 'account', {}, { order: 1 });
  await expect(put).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('all rows of all accounts are listed, however many pages they are', async () => {
  const text = 'x'.repeat(100_000);
  const ids = Array.from({ length: 12 }, (_, index) => String(600_000_000_000 + index));
  for (const id of ids) await rows.put(id, 'account', { id, text });
  const before = server.calls.length;
  const found: string[] = [];
  for await (const { account, row } of rows.scan()) if (row === 'account') found.push(account);

  expect(found.sort()).toEqual(['111122223333', '222233334444', ...ids]);
  expect(server.calls.slice(before).length).toBeGreaterThan(1);
});
