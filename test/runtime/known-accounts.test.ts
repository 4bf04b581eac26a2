import { expect, test } from 'vitest';
import type { AccountRecord } from '#lambdas/contracts/directory.ts';
import { knownAccounts } from '#lambdas/runtime/known-accounts.ts';

const MANAGEMENT = '999900001111';
function aRecord(id: string, over: Partial<AccountRecord> = {}): AccountRecord {
  const known = { name: `name of ${id}`, ou: '/prod', tags: {}, contacts: {} };
  return { id, state: 'ACTIVE', targetSince: '2026-11-01', readAt: '2026-11-25', ...known, ...over };
}
const askedOf = (records: AccountRecord[], accounts = [{ id: '1', tags: {} }]) =>
  knownAccounts(records, { accounts, managementAccount: MANAGEMENT }).asked.map(({ id }) => id);

test('those in use that the stacks of members reach are asked, and the management account', () => {
  const records = [
    aRecord('3'),
    aRecord('2', { state: 'SUSPENDED' }),
    aRecord('4', { targetSince: null }),
    aRecord(MANAGEMENT, { targetSince: null }),
  ];
  expect(askedOf(records)).toEqual(['3', MANAGEMENT]);
});

test('before the directory was filled, those of the settings are', () => {
  expect(askedOf([])).toEqual(['1', MANAGEMENT]);
});

test('who is closed, suspended or no longer there has left; who is not in the directory has not', () => {
  const records = [
    aRecord('1'),
    aRecord('2', { state: 'SUSPENDED' }),
    aRecord('3', { state: 'LEFT', targetSince: null }),
    aRecord('4', { targetSince: null }),
  ];
  const { hasLeft } = knownAccounts(records, { accounts: [], managementAccount: MANAGEMENT });

  expect(['1', '2', '3', '4', '5'].filter(hasLeft)).toEqual(['2', '3']);
});

test('what the settings say of an account wins; one that nobody knows still has its id', () => {
  const accounts = [{ id: '3', name: 'shop', tags: {} }];
  const { of } = knownAccounts([aRecord('3', { owner: 'a' })], { accounts, managementAccount: MANAGEMENT });

  expect(of('3')).toEqual({ id: '3', name: 'shop', ou: '/prod', owner: 'a', tags: {} });
  expect(of('5')).toEqual({ id: '5', tags: {} });
});
