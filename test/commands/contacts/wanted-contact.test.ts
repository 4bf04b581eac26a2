import { expect, test } from 'vitest';
import { isWithin, wantedContact } from '#bin/commands/contacts/wanted-contact.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';

const file = {
  contacts: { security: aContact({ name: 'all' }), billing: aContact({ name: 'all' }) },
  ous: {
    '/': { security: aContact({ name: 'root' }) },
    '/prod': { security: aContact({ name: 'prod' }) },
    '/prod/eu': { security: aContact({ name: 'prod-eu' }), billing: aContact({ name: 'prod-eu' }) },
  },
  accounts: { '111122223333': { security: aContact({ name: 'account' }) } },
};

test.each([
  ['111122223333', '/prod/eu', 'account', 'accounts.111122223333'],
  ['444455556666', '/prod/eu/one', 'prod-eu', 'ous./prod/eu'],
  ['444455556666', '/prod', 'prod', 'ous./prod'],
  ['444455556666', '/production', 'root', 'ous./'],
])('the most specific place wins: %s in %s', (id, ou, name, from) => {
  expect(wantedContact(file, { id, ou }, 'SECURITY')).toMatchObject({ contact: { name }, from });
});

test('each contact is decided by itself', () => {
  const account = { id: '111122223333', ou: '/prod/eu' };

  expect(wantedContact(file, account, 'BILLING')?.from).toBe('ous./prod/eu');
  expect(wantedContact(file, { ...account, ou: '/dev' }, 'BILLING')?.from).toBe('contacts');
  expect(wantedContact(file, account, 'OPERATIONS')).toBeUndefined();
});

test.each([
  ['/prod', '/prod', true],
  ['/prod/eu', '/prod', true],
  ['/prod', '/prod/eu', false],
  ['/production', '/prod', false],
  ['/', '/', true],
  ['/dev', '/', true],
  ['/', '/dev', false],
])('%s within %s: %s', (ou, path, expected) => {
  expect(isWithin(ou, path)).toBe(expected);
});
