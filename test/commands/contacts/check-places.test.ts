import { expect, test } from 'vitest';
import { unknownPlaces } from '#bin/commands/contacts/check-places.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';

test('a place must be there to the letter', () => {
  const contacts = { security: aContact() };
  const file = {
    ous: { '/': contacts, '/prod': contacts, '/pro': contacts },
    accounts: { 111122223333: contacts, 111122223334: contacts },
  };
  const account = { id: '111122223333', name: 'town', ou: '/prod', state: 'ACTIVE' };

  expect(unknownPlaces(file, { units: ['/', '/prod'], accounts: [account] })).toEqual([
    'ous./pro: there is no such organizational unit',
    'accounts.111122223334: there is no such account',
  ]);
});
