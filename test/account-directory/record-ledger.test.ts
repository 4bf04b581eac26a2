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
