import { expect, test } from 'vitest';
import { readAccounts } from '#lambdas/account-directory/read-accounts.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';
import { inMemoryDirectory, NOW } from '#test/account-directory/in-memory-directory.ts';

const ids = ['111111111111', '222222222222', '333333333333'] as const;
const accounts = ids.map((id) => aListedAccount({ id }));
const seenAt = NOW.toISOString();
const read = { kind: 'read', accounts, seenAt } as const;

test('each account is asked for its tags and contacts, and kept', async () => {
  const directory = inMemoryDirectory({ listed: accounts, tags: { '222222222222': { owner: 'payments' } } });
  await readAccounts(read, directory.ports);
  expect([...directory.kept.keys()]).toEqual(ids);
  expect(directory.kept.get('222222222222')).toMatchObject({
    owner: 'payments',
    contacts: { BILLING: null },
  });
  expect([...directory.expiries.values()]).toEqual([undefined, undefined, undefined]);
});

test('one account that fails does not lose the others, and is named', async () => {
  const directory = inMemoryDirectory({ listed: accounts });
  const throttled = Object.assign(new Error('Rate exceeded'), { name: 'TooManyRequestsException' });
  directory.fail('tags 222222222222', throttled);
  const failure = await readAccounts(read, directory.ports).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(RetryLaterError);
  expect(failure).toMatchObject({
    message: 'Accounts could not be read',
    fields: { accounts: ['222222222222'], errors: ['TooManyRequestsException'] },
    cause: { errors: [throttled] },
  });
  expect([...directory.kept.keys()]).toEqual(['111111111111', '333333333333']);
});

test('when the message comes again, only what failed is asked for', async () => {
  const directory = inMemoryDirectory({ listed: accounts });
  directory.fail('contacts 222222222222');
  await expect(readAccounts(read, directory.ports)).rejects.toThrow('Accounts could not be read');
  directory.mend();
  directory.asked.length = 0;
  await readAccounts(read, directory.ports);

  expect(directory.asked).toEqual(['tags 222222222222', 'contacts 222222222222']);
  expect(directory.kept.size).toBe(3);
});

test('what an event has told since the tree was seen is not overwritten with what the tree showed', async () => {
  const moved = aRecord({
    id: '111111111111',
    ou: '/lab',
    readAt: new Date(NOW.getTime() + 1).toISOString(),
  });
  const directory = inMemoryDirectory({ listed: accounts, records: [moved] });
  await readAccounts(read, directory.ports);

  expect(directory.kept.get('111111111111')).toEqual(moved);
});

test('what an event tells while an account is being read is not overwritten either', async () => {
  const directory = inMemoryDirectory({ listed: accounts, records: [aRecord({ id: ids[0] })] });
  const moved = aRecord({ id: ids[0], ou: '/lab', readAt: new Date(NOW.getTime() + 1).toISOString() });
  const readTags = async () => {
    await directory.ports.writeRecord(moved);
    return {};
  };
  await readAccounts({ ...read, accounts: accounts.slice(0, 1) }, { ...directory.ports, readTags });

  expect(directory.kept.get('111111111111')).toEqual(moved);
});

test('old messages that come again end as the last look at the tree had it, in any order', async () => {
  const directory = inMemoryDirectory({ listed: accounts });
  const letter = (seenAt: string, ou: string) =>
    readAccounts({ kind: 'read', accounts: [aListedAccount({ id: ids[0], ou })], seenAt }, directory.ports);
  await letter('2026-11-20T06:00:00.000Z', '/old');
  await letter('2026-11-21T06:00:00.000Z', '/new');
  await letter('2026-11-19T06:00:00.000Z', '/older');

  expect(directory.kept.get('111111111111')?.ou).toBe('/new');
});

test.each(['SUSPENDED', 'PENDING_CLOSURE', 'CLOSED'])(
  'an account that is %s is not asked for contacts, and they are not known',
  async (state) => {
    const account = aListedAccount({ state });
    const directory = inMemoryDirectory({ listed: [account] });
    await readAccounts({ ...read, accounts: [account] }, directory.ports);

    expect(directory.asked).toEqual([`tags ${account.id}`]);
    expect(directory.kept.get(account.id)).toMatchObject({ state, contacts: {} });
  },
);

test('an account that left since it was listed is passed over', async () => {
  const directory = inMemoryDirectory({ listed: [], records: [aRecord()] });
  await readAccounts({ ...read, accounts: [aListedAccount()] }, directory.ports);

  expect(directory.kept.get('111122223333')).toEqual(aRecord());
});
