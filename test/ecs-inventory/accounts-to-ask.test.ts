import { expect, test } from 'vitest';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import { accountsToAsk } from '#lambdas/ecs-inventory/accounts-to-ask.ts';

const MANAGEMENT = '999900001111';
const PAYMENTS = '111122223333';
const SHOP = '444455556666';
const record = (id: string, over: Partial<AccountRecord> = {}): AccountRecord => ({
  id,
  name: `name of ${id}`,
  tags: {},
  state: 'ACTIVE',
  targetSince: '2025-11-20T08:00:00.000Z',
  contacts: {},
  readAt: '2026-11-22T05:00:00.000Z',
  ...over,
});
const idsOf = (records: AccountRecord[]) =>
  accountsToAsk(records, { accounts: [], managementAccount: MANAGEMENT }).map(({ id }) => id);

test('members are asked in the order of their ids, and the management account wherever it lies', () => {
  expect(idsOf([record(MANAGEMENT, { targetSince: null }), record(SHOP), record(PAYMENTS)])).toEqual([
    PAYMENTS,
    SHOP,
    MANAGEMENT,
  ]);
});

test.each([
  ['suspended', { state: 'SUSPENDED' }],
  ['gone', { state: 'LEFT' }],
  ['outside of what the stacks of members are deployed to', { targetSince: null }],
])('an account that is %s is not asked', (_, over) => {
  expect(idsOf([record(SHOP), record(PAYMENTS, over)])).toEqual([SHOP]);
});

test('before the directory is filled, those of the settings are', () => {
  const accounts = [{ id: SHOP, name: 'shop' }, { id: MANAGEMENT }];

  expect(accountsToAsk([], { accounts, managementAccount: MANAGEMENT })).toEqual([
    { id: SHOP, name: 'shop' },
    { id: MANAGEMENT, name: '' },
  ]);
});

test('a name of the settings wins over that of the directory', () => {
  const accounts = [{ id: SHOP, name: 'the shop' }];

  expect(
    accountsToAsk([record(SHOP), record(PAYMENTS)], { accounts, managementAccount: MANAGEMENT }),
  ).toEqual([
    { id: PAYMENTS, name: `name of ${PAYMENTS}` },
    { id: SHOP, name: 'the shop' },
  ]);
});
