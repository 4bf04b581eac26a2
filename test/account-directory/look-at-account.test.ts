import { expect, test } from 'vitest';
import { lookAtAccount } from '#lambdas/account-directory/look-at-account.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';
import { inMemoryDirectory, NOW } from '#test/account-directory/in-memory-directory.ts';

const ID = '111122223333';

test('an account that is new is known from then on', async () => {
  const directory = inMemoryDirectory({ listed: [aListedAccount()], tags: { [ID]: { owner: 'mill' } } });
  await lookAtAccount(ID, directory.ports);
  expect(directory.kept.get(ID)).toMatchObject({ name: 'mill', ou: '/prod', owner: 'mill' });
});

test('an account that was moved is where it is now', async () => {
  const directory = inMemoryDirectory({ listed: [aListedAccount({ ou: '/lab' })], records: [aRecord()] });
  await lookAtAccount(ID, directory.ports);
  expect(directory.kept.get(ID)).toMatchObject({ ou: '/lab', targetSince: aRecord().targetSince });
});

test('of two looks at once the one that began later is kept, whichever ends later', async () => {
  const directory = inMemoryDirectory({ listed: [aListedAccount({ ou: '/new' })], records: [aRecord()] });
  const findAccount = async () => {
    await lookAtAccount(ID, directory.ports);
    return aListedAccount({ ou: '/old' });
  };
  await lookAtAccount(ID, { ...directory.ports, findAccount });
  expect(directory.kept.get(ID)?.ou).toBe('/new');
});

test('an account that left keeps its name for thirty days, and is no target', async () => {
  const directory = inMemoryDirectory({ records: [aRecord({ owner: 'mill' })] });
  await lookAtAccount(ID, directory.ports);
  expect(directory.kept.get(ID)).toEqual({
    ...aRecord({ owner: 'mill' }),
    state: 'LEFT',
    targetSince: null,
    readAt: NOW.toISOString(),
  });
  expect(directory.expiries.get(ID)).toEqual(new Date('2026-12-22T06:00:00.000Z'));
});

test('an account that left does not stay longer because it is looked at again', async () => {
  const directory = inMemoryDirectory({ records: [aRecord({ state: 'LEFT' })] });
  await lookAtAccount(ID, directory.ports);
  expect(directory.expiries.size).toBe(0);
});

test('an account that came back stays', async () => {
  const directory = inMemoryDirectory({
    listed: [aListedAccount()],
    records: [aRecord({ state: 'LEFT', targetSince: null })],
  });
  await lookAtAccount(ID, directory.ports);
  expect(directory.kept.get(ID)?.state).toBe('ACTIVE');
  expect(directory.expiries.get(ID)).toBeUndefined();
});

test('an account that nobody knows leaves no record', async () => {
  const directory = inMemoryDirectory();
  await lookAtAccount('444455556666', directory.ports);
  expect(directory.kept.size).toBe(0);
});
