import { expect, test } from 'vitest';
import { sweepOrganization } from '#lambdas/account-directory/sweep-organization.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';
import { inMemoryDirectory, NOW } from '#test/account-directory/in-memory-directory.ts';

const many = Array.from({ length: 60 }, (_, index) =>
  aListedAccount({ id: String(100_000_000_000 + index) }),
);

test('a sweep has all accounts read, 25 to a message, as the tree showed them', async () => {
  const { ports, sent, kept } = inMemoryDirectory({ listed: many });
  await sweepOrganization('all', ports);
  const seenAt = NOW.toISOString();
  expect(sent).toEqual([
    { kind: 'read', accounts: many.slice(0, 25), seenAt },
    { kind: 'read', accounts: many.slice(25, 50), seenAt },
    { kind: 'read', accounts: many.slice(50), seenAt },
  ]);
  expect(kept.size).toBe(0);
});

test('an account that is moved during the walk, and seen twice, is read once, where it was seen last', async () => {
  const twice = [aListedAccount({ ou: '/old' }), aListedAccount({ ou: '/new' })];
  const { ports, sent } = inMemoryDirectory({ listed: twice });
  await sweepOrganization('all', ports);
  expect(sent).toEqual([{ kind: 'read', accounts: twice.slice(1), seenAt: NOW.toISOString() }]);
});

test('an account that the tree does not show any more is looked at by itself', async () => {
  const { ports, sent } = inMemoryDirectory({ records: [aRecord()] });
  await sweepOrganization('all', ports);
  expect(sent).toEqual([{ kind: 'look', account: '111122223333' }]);
});

test('an account that left, or that was read while the tree was walked, is not looked at', async () => {
  const later = new Date(NOW.getTime() + 1).toISOString();
  const { ports, sent } = inMemoryDirectory({
    records: [aRecord({ state: 'LEFT' }), aRecord({ id: '222233334444', readAt: later })],
  });
  await sweepOrganization('all', ports);
  expect(sent).toEqual([]);
});

test.each([
  { what: 'is new', record: { id: '999999999999', state: 'LEFT' } },
  { what: 'has another name', record: { name: 'old mill' } },
  { what: 'lies elsewhere', record: { ou: '/lab' } },
  { what: 'has another state', record: { state: 'SUSPENDED', targetSince: null } },
  { what: 'came below a target', record: { targetSince: null } },
])('after an event that names no account, an account that $what is read', async ({ record }) => {
  const listed = aListedAccount();
  const { ports, sent } = inMemoryDirectory({ listed: [listed], records: [aRecord(record)] });
  await sweepOrganization('changed', ports);
  expect(sent).toEqual([{ kind: 'read', accounts: [listed], seenAt: NOW.toISOString() }]);
});

test('after such an event nothing is read of accounts that are as the directory says', async () => {
  const elsewhere = { isBelowTarget: false, id: '222233334444', name: '' };
  const { name: _, ...nameless } = aRecord({ id: '222233334444', targetSince: null });
  const { ports, sent } = inMemoryDirectory({
    listed: [aListedAccount(), aListedAccount(elsewhere)],
    records: [aRecord(), nameless],
  });
  await sweepOrganization('changed', ports);
  expect(sent).toEqual([]);
});

test('a walk that fails asks nobody whether accounts left', async () => {
  const { ports, sent, fail } = inMemoryDirectory({ records: [aRecord()] });
  fail('tree');
  await expect(sweepOrganization('all', ports)).rejects.toThrow('away');
  expect(sent).toEqual([]);
});
