import { expect, test } from 'vitest';
import { parseContactsFile } from '#bin/commands/contacts/contacts-file.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';

const parse = (file: unknown) => parseContactsFile('contacts.json', JSON.stringify(file));

test('all that is wrong is named at once, by its field', () => {
  const file = {
    contacts: {
      security: { ...aContact(), email: 'nobody', phone: 'ext. 5', title: '' },
      legal: aContact(),
      billing: null,
    },
    ous: { prod: { billing: aContact({ name: 'n'.repeat(65) }) }, '/dev': {} },
    accounts: { 1234: { operations: { name: 'Town watch', title: 't'.repeat(51), email: 7 } } },
    everyone: {},
  };
  let message = '';
  try {
    parse(file);
  } catch (error) {
    message = (error as Error).message;
  }

  expect(message.split('\n')).toEqual([
    'contacts.json needs mending:',
    expect.stringContaining('contacts.billing: is null, and nothing is deleted here'),
    '  contacts.security.title: must not be empty',
    '  contacts.security.email: must be an e-mail address',
    '  contacts.security.phone: must be a phone number: digits, spaces, ( ) + -',
    expect.stringContaining('contacts: there is no "legal" here'),
    '  ous.prod.billing.name: must have 64 characters at most',
    '  ous./dev: names no contact: billing, operations or security',
    '  accounts.1234.operations.title: must have 50 characters at most',
    expect.stringContaining('accounts.1234.operations.email: must be a text'),
    expect.stringContaining('accounts.1234.operations.phone: is missing'),
    expect.stringContaining('the file: there is no "everyone" here'),
    '  ous.prod: must be a path such as /prod',
    '  accounts.1234: must be an account id of 12 digits',
  ]);
});

test.each([[{}], [{ ous: {} }], [{ accounts: {} }]])('%j is about nobody', (file) => {
  expect(() => parse(file)).toThrow('the file: is empty: it takes contacts, ous or accounts');
});

test.each([['[]'], ['null'], ['7']])('%s is no file of contacts', (text) => {
  expect(() => parseContactsFile('contacts.json', text)).toThrow('contacts.json needs mending');
});

test('what is not JSON is said to be so', () => {
  expect(() => parseContactsFile('contacts.json', '{"contacts": ')).toThrow('contacts.json is not JSON');
});

test.each([['o+c=a.b#c|d!e&f-g_h@sub.example.org'], ['a@b.c']])('AWS takes %s as an address', (email) => {
  expect(parse({ contacts: { security: aContact({ email }) } }).contacts?.security?.email).toBe(email);
});

test.each([["o'neil@example.org"], ['a@b'], ['a@b@c.d'], ['a%b@example.org'], ['a@exämple.org']])(
  'AWS refuses %s as an address, and so does the file',
  (email) => {
    expect(() => parse({ contacts: { security: aContact({ email }) } })).toThrow('must be an e-mail address');
  },
);

test('spaces around a text are taken away: they would differ at each run', () => {
  expect(parse({ contacts: { security: aContact({ name: ' Town watch ' }) } }).contacts?.security?.name).toBe(
    'Town watch',
  );
});

test('a list of places that is a text is one mistake, not one for each letter', () => {
  expect(() => parse({ accounts: '111122223333' })).toThrow(
    /^contacts\.json needs mending:\n {2}accounts: must be an object.*$/,
  );
});

test('the mark that Windows puts before a file is no mistake', () => {
  const file = { contacts: { billing: aContact() } };

  expect(parseContactsFile('contacts.json', `\uFEFF${JSON.stringify(file)}`)).toEqual(file);
});
