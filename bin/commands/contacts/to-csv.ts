import { type AccountContacts, stateOf, wordOf } from '#bin/commands/contacts/account-contacts.ts';
import { CONTACT_TYPES } from '#lambdas/contracts/directory.ts';

const FIELDS = ['name', 'title', 'email', 'phone'] as const;

/**
 * The list as CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front: names
 * are other people's words, and a phone number begins with a plus.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(accounts: AccountContacts[], show: boolean): string {
  const header = [
    'account',
    'name',
    'ou',
    ...CONTACT_TYPES.map(wordOf),
    ...(show ? CONTACT_TYPES.flatMap((type) => FIELDS.map((field) => `${wordOf(type)}_${field}`)) : []),
  ];
  const rows = accounts.map((account) => [
    account.id,
    account.name ?? '',
    account.ou ?? '',
    ...CONTACT_TYPES.map((type) => stateOf(account, type)),
    ...(show
      ? CONTACT_TYPES.flatMap((type) => FIELDS.map((field) => account.contacts[type]?.[field] ?? ''))
      : []),
  ]);
  return [header, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
