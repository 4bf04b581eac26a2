import { textTable } from '#bin/commands/command-line/text-table.ts';
import {
  type AccountContacts,
  CONTACT_STATES,
  type ContactState,
  stateOf,
  wordOf,
} from '#bin/commands/contacts/account-contacts.ts';
import { countReasons } from '#bin/commands/contacts/count-reasons.ts';
import { CONTACT_TYPES, type ContactType } from '#lambdas/contracts/directory.ts';

export type ContactCounts = { accounts: number; complete: number } & Record<
  Lowercase<ContactType>,
  Record<ContactState, number>
>;

export function countContacts(accounts: AccountContacts[]): ContactCounts {
  const count = (type: ContactType, state: ContactState) =>
    accounts.filter((account) => stateOf(account, type) === state).length;
  const byType = CONTACT_TYPES.map((type) => [
    wordOf(type),
    Object.fromEntries(CONTACT_STATES.map((state) => [state, count(type, state)])),
  ]);
  return {
    accounts: accounts.length,
    complete: accounts.filter((account) =>
      CONTACT_TYPES.every((type) => stateOf(account, type) === 'present'),
    ).length,
    ...(Object.fromEntries(byType) as Record<Lowercase<ContactType>, Record<ContactState, number>>),
  };
}

/** A line for each account, the reasons for what is unknown, and last the counts. */
export function describeContacts(accounts: AccountContacts[], show: boolean): string {
  const rows = accounts.map((account) => [
    account.id,
    account.name ?? '',
    account.ou ?? '',
    ...CONTACT_TYPES.map((type) => cellOf(account, type, show)),
  ]);
  const failures = accounts.flatMap(({ id, unread = {} }) =>
    Object.values(unread).map((reason) => ({ account: id, reason })),
  );
  return [
    ...textTable([['account', 'name', 'ou', ...CONTACT_TYPES.map(wordOf)], ...rows]),
    ...countReasons(failures).map((line) => `Could not be read: ${line}`),
    describeCounts(countContacts(accounts)),
  ].join('\n');
}

function cellOf(account: AccountContacts, type: ContactType, show: boolean): string {
  const contact = account.contacts[type];
  if (!contact || !show) return stateOf(account, type);
  return `${contact.name}, ${contact.title}, ${contact.email}, ${contact.phone}`;
}

function describeCounts({ accounts, complete, ...byType }: ContactCounts): string {
  const states = Object.entries(byType);
  const words = (state: ContactState) =>
    states
      .filter(([, counts]) => counts[state] > 0)
      .map(([word, counts]) => `${word} ${counts[state]}`)
      .join(', ') || 'none';
  return `Accounts: ${accounts}, with all three: ${complete}; lacking: ${words('lacking')}; unknown: ${words('unknown')}.`;
}
