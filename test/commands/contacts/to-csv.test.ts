import { expect, test } from 'vitest';
import { toCsv } from '#bin/commands/contacts/to-csv.ts';
import { aContact, anAccount } from '#test/commands/contacts/an-account.ts';

test('a line for each account, ended as RFC 4180 says', () => {
  expect(toCsv([anAccount({ contacts: { BILLING: null, SECURITY: aContact() } })], false)).toBe(
    'account,name,ou,billing,operations,security\r\n111122223333,payments-prod,/prod,lacking,unknown,present\r\n',
  );
});

test('commas, quotes and line ends of a name stay in its cell', () => {
  expect(toCsv([anAccount({ name: 'Town, "west"\nside' })], false)).toContain(',"Town, ""west""\nside",');
});

test.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['a=1', 'a=1'],
])('%j is no formula for a spreadsheet', (name, cell) => {
  expect(toCsv([anAccount({ name })], false)).toContain(`111122223333,${cell},`);
});

test('people are in it only when it is asked for', () => {
  const [hidden, shown] = [false, true].map((show) => toCsv([anAccount()], show));

  expect(hidden).not.toContain('watch@example.org');
  expect(shown?.split('\r\n')[0]).toMatch(
    /,billing_name,billing_title,billing_email,billing_phone,operations_/,
  );
  expect(shown).toContain("Town watch,On duty,watch@example.org,'+49 30 555");
});
