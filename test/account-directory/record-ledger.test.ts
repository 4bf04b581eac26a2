import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordLedger } from '#lambdas/account-directory/record-ledger.ts';
import { directoryRows } from '#lambdas/runtime/directory-rows.ts';
import { aRecord } from '#test/account-directory/a-listed-account.ts';
import { type DirectoryServer, serveDirectory, TABLE } from '#test/runtime/directory-server.ts';

let server: DirectoryServer;
const ledger = recordLedger(TABLE);

beforeAll(async () => {
  server = await serveDirectory();
});
afterAll(() => server.close());

test('records are listed without the heartbeats beside them', async () => {
  const other = aRecord({ id: '222233334444', state: 'LEFT' });
  await ledger.writeRecord(aRecord());
  await ledger.writeRecord(other, new Date('2026-12-22T06:00:00Z'));
  await directoryRows(TABLE).put(aRecord().id, 'heartbeat#eu-west-1', { version: '0.1.0' });
  const listed: unknown[] = [];
  for await (const record of ledger.listRecords()) listed.push(record);

  expect(listed).toHaveLength(2);
  expect(listed).toEqual(expect.arrayContaining([aRecord(), other]));
  expect(await ledger.readRecord('111122223333')).toEqual(aRecord());
  expect(await ledger.readRecord('444455556666')).toBeUndefined();
});

test('a record never takes the place of a later one, whoever began first', async () => {
  const at = (day: number) => aRecord({ id: '333344445555', readAt: `2026-11-${day}T06:00:00.000Z` });
  for (const day of [21, 20, 22, 21]) await ledger.writeRecord(at(day));
  expect(await ledger.readRecord('333344445555')).toEqual(at(22));
});

test('an account that left is forgotten at its time, and stays if it comes back', async () => {
  const expiryOf = async () => {
    const key = { account: { S: '666677778888' }, row: { S: 'account' } };
    const { Item } = await server.client.send(new GetItemCommand({ TableName: TABLE, Key: key }));
    return Item?.['expiresAt']?.N;
  };
  const at = (day: number) => aRecord({ id: '666677778888', readAt: `2026-11-${day}T06:00:00.000Z` });
  await ledger.writeRecord(at(21), new Date('2026-12-21T06:00:00Z'));
  expect(await expiryOf()).toBe(String(Date.parse('2026-12-21T06:00:00Z') / 1000));
  await ledger.writeRecord(at(22));
  expect(await expiryOf()).toBeUndefined();
});
