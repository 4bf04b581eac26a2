import { expect, test } from 'vitest';
import { DirectoryMessage } from '#lambdas/account-directory/directory-message.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';
import { inMemoryDirectory } from '#test/account-directory/in-memory-directory.ts';

const event = (detail: unknown) => ({ 'detail-type': 'AWS API Call via CloudTrail', detail });
const parse = (message: unknown) => parseBody(DirectoryMessage, JSON.stringify(message));

test('a sweep ends with the directory as the Organization is', async () => {
  const directory = inMemoryDirectory({
    listed: [aListedAccount(), aListedAccount({ id: '222233334444', name: 'forge', ou: '/' })],
    records: [aRecord({ name: 'old mill' }), aRecord({ id: '444455556666' })],
  });
  await directory.handle(parse({ kind: 'sweep' }));
  const kept = [...directory.kept.values()].map(({ id, name, state }) => `${id} ${name} ${state}`);
  expect(kept.sort()).toEqual([
    '111122223333 mill ACTIVE',
    '222233334444 forge ACTIVE',
    '444455556666 mill LEFT',
  ]);
});

test('an event about one account asks about that account alone', async () => {
  const directory = inMemoryDirectory({ listed: [aListedAccount()] });
  const detail = { eventName: 'MoveAccount', requestParameters: { accountId: '111122223333' } };
  await directory.handle(parse(event(detail)));
  expect(directory.asked).toEqual(['account 111122223333', 'tags 111122223333', 'contacts 111122223333']);
});

test('a unit that is renamed changes the path of its accounts, and no other is asked about', async () => {
  const directory = inMemoryDirectory({
    listed: [aListedAccount({ ou: '/live' }), aListedAccount({ id: '222233334444' })],
    records: [aRecord(), aRecord({ id: '222233334444' })],
  });
  await directory.handle(parse(event({ eventName: 'UpdateOrganizationalUnit' })));
  expect(directory.kept.get('111122223333')?.ou).toBe('/live');
  expect(directory.asked).toEqual(['tree', 'tags 111122223333', 'contacts 111122223333']);
});

test('a call that failed asks nobody', async () => {
  const directory = inMemoryDirectory();
  await directory.handle(parse(event({ eventName: 'MoveAccount', errorCode: 'DuplicateAccountException' })));
  expect(directory.asked).toEqual([]);
});

test.each([{ kind: 'swoop' }, { kind: 'read', accounts: [{}] }, 'sweep', null])(
  'a message %o that is neither ours nor an event is unreadable',
  (message) => {
    expect(() => parse(message)).toThrow(PermanentError);
  },
);
