import { expect, test } from 'vitest';
import { countContacts, describeContacts } from '#bin/commands/contacts/describe-contacts.ts';
import { toData } from '#bin/commands/contacts/to-data.ts';
import { aContact, anAccount } from '#test/commands/contacts/an-account.ts';

const accounts = [
  anAccount(),
  anAccount({ id: '444455556666', name: 'shop', ou: '/', contacts: { BILLING: null, SECURITY: aContact() } }),
  anAccount({ id: '555566667777', contacts: {}, unread: { BILLING: 'denied', SECURITY: 'denied' } }),
];

test('what could not be read is unknown and never lacking', () => {
  const lines = describeContacts(accounts, false).split('\n');

  expect(lines.slice(0, 4)).toEqual([
    'account       name           ou     billing  operations  security',
    '111122223333  payments-prod  /prod  present  present     present',
    '444455556666  shop           /      lacking  unknown     present',
    '555566667777  payments-prod  /prod  unknown  unknown     unknown',
  ]);
  expect(lines[4]).toBe('Could not be read: 1 account (555566667777): denied');
});

test('the last line counts', () => {
  expect(describeContacts(accounts, false).split('\n').at(-1)).toBe(
    'Accounts: 3, with all three: 1; lacking: billing 1; unknown: billing 1, operations 2, security 1.',
  );
  expect(countContacts(accounts).operations).toEqual({ present: 1, lacking: 0, unknown: 2 });
});

test('who the contacts are is shown only when it is asked for', () => {
  const [hidden, shown] = [false, true].map(
    (show) => describeContacts(accounts, show) + JSON.stringify(toData(accounts, show)),
  );

  expect(hidden).not.toMatch(/watch@|Town watch|\+49/);
  expect(shown).toContain('Town watch, On duty, watch@example.org, +49 30 555');
  expect(shown).toContain('"security":{"state":"present","name":"Town watch"');
});
