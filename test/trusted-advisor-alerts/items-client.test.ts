import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AdvisorRow,
  CHECKS_PARTITION,
  CHECKS_ROW,
  itemRowOf,
  STANDING_ROW,
} from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { itemsTable } from '#lambdas/trusted-advisor-alerts/items-client.ts';
import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';
import {
  ACCOUNT,
  KNOWN,
  NOW,
  READ,
  SNAPSHOTS,
  VPC_LIMIT,
} from '#test/trusted-advisor-alerts/an-advisor-event.ts';

const TABLE = 'items';
let server: ServedTable;
beforeAll(async () => {
  server = await serveTable(TABLE, 'account');
});
afterAll(() => server.close());

const items = itemsTable(TABLE, () => NOW);
const aRow = (key: string, more: Partial<AdvisorRow> = {}): AdvisorRow => ({
  account: ACCOUNT.id,
  check: SNAPSHOTS,
  key,
  status: 'error',
  severity: 'error',
  fields: { 'Volume ID': key },
  telling: 'told',
  state: 'open',
  alert: `trusted-advisor/${ACCOUNT.id}/x`,
  openedAt: '2026-11-23T09:00:00Z',
  orderedBy: 1,
  version: 0,
  ...more,
});
const put = (account: string, row: string, body: unknown) =>
  server.client.send(
    new PutItemCommand({
      TableName: TABLE,
      Item: { account: { S: account }, row: { S: row }, body: { S: JSON.stringify(body) } },
    }),
  );

test('a check has its items, and none of other checks or accounts', async () => {
  const mine = await items.write(aRow('a'));
  await items.write(aRow('b', { check: VPC_LIMIT }));
  await items.write(aRow('c', { account: '444455556666' }));
  expect(await items.readCheck(ACCOUNT.id, SNAPSHOTS)).toEqual([mine]);
  expect(mine.version).toBe(1);
});

test('a check that nobody has discovered is known by its name', async () => {
  const check = { name: 'A check of tomorrow' };
  await items.write(aRow('d', { check }));
  expect(await items.readCheck(ACCOUNT.id, check)).toHaveLength(1);
  expect(await items.readCheck(ACCOUNT.id, { name: 'Another' })).toEqual([]);
});

test('a write that did not know of the last one is tried later', async () => {
  const row = await items.write(aRow('e'));
  await items.write(row);
  await expect(items.write(row)).rejects.toMatchObject({ name: 'BusyError' });
  await expect(items.write(aRow('e'))).rejects.toMatchObject({ name: 'BusyError' });
});

test('what is open stays, what is over is forgotten after ninety days', async () => {
  const expiryOf = async (row: AdvisorRow) => {
    const Key = { account: { S: row.account }, row: { S: itemRowOf(row) } };
    return (await server.client.send(new GetItemCommand({ TableName: TABLE, Key }))).Item?.['expiresAt']?.N;
  };
  expect(await expiryOf(await items.write(aRow('f')))).toBeUndefined();
  const over = await items.write(aRow('g', { state: 'over', ending: 'ok' }));
  expect(Number(await expiryOf(over)) - NOW.getTime() / 1000).toBe(90 * 86_400);
});

test('each version of an alert is greater than the last, and never less than the time', async () => {
  const alert = 'trusted-advisor/1/y';
  const versions = await Promise.all(Array.from({ length: 3 }, () => items.nextVersion(ACCOUNT.id, alert)));
  expect(new Set(versions).size).toBe(3);
  expect(Math.min(...versions)).toBeGreaterThanOrEqual(NOW.getTime());
});

test('how an account was read, and which checks there are, is what the sweep wrote', async () => {
  expect(await items.standingOf('555566667777')).toBeUndefined();
  expect(await items.knownChecks()).toEqual({ at: '', checks: [] });
  await put('555566667777', STANDING_ROW, READ);
  await put(CHECKS_PARTITION, CHECKS_ROW, KNOWN);
  expect(await items.standingOf('555566667777')).toEqual(READ);
  expect(await items.knownChecks()).toEqual(KNOWN);
});
