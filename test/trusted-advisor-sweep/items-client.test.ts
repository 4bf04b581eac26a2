import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AdvisorRow, itemRowOf } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';
import { itemsClient } from '#lambdas/trusted-advisor-sweep/items-client.ts';
import { type ServedTable, serveTable } from '#test/runtime/serve-table.ts';
import { READ, SNAPSHOTS } from '#test/trusted-advisor-alerts/an-advisor-event.ts';
import { BANK, SHOP } from '#test/trusted-advisor-sweep/an-estate.ts';

const TABLE = 'items';
let served: ServedTable;
beforeAll(async () => void (served = await serveTable(TABLE, 'account')));
afterAll(() => served.close());

const aRow = (account: string, key: string) =>
  ({ account, check: SNAPSHOTS, key, state: 'open', version: 1 }) as AdvisorRow;

test('the items of an account are read, and neither its alerts nor those of others', async () => {
  const rows = numberedRows(TABLE);
  for (const row of [aRow(SHOP, 'one'), aRow(SHOP, 'two'), aRow(BANK, 'three')])
    await rows.write(row.account, itemRowOf(row), { body: row, version: 1, before: 0 });
  await rows.write(SHOP, 'alert#1', { body: {}, version: 7, before: 0 });

  expect((await itemsClient(TABLE).rowsOf(SHOP)).map(({ key }) => key)).toEqual(['one', 'two']);
});

test('of two runs that write how an account stands one gets through', async () => {
  const items = itemsClient(TABLE);
  expect(await items.standingOf(SHOP)).toBeUndefined();
  await items.writeStanding(SHOP, READ, 0);
  await items.writeStanding(SHOP, { ...READ, state: 'refused' }, 1);

  await expect(items.writeStanding(SHOP, READ, 1)).rejects.toThrow(RetryLaterError);
  expect(await items.standingOf(SHOP)).toEqual({ standing: { ...READ, state: 'refused' }, version: 2 });
});

test('the checks that AWS offers are kept beside the accounts', async () => {
  const items = itemsClient(TABLE);
  const checks = { at: '2026-11-23T05:00:00.000Z', checks: [SNAPSHOTS] };
  await items.writeChecks(checks, 0);

  expect(await items.knownChecks()).toEqual({ checks, version: 1 });
});
