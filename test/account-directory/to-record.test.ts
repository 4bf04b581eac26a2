import { expect, test } from 'vitest';
import { toRecord } from '#lambdas/account-directory/to-record.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';

const READ_AT = '2026-11-22T06:00:00.000Z';
const details = { tags: {}, contacts: {}, readAt: READ_AT, before: undefined };
const tagged = (tags: Record<string, string>) => toRecord(aListedAccount(), 'owner', { ...details, tags });

test('a record holds what the tree tells, the tags and the contacts', () => {
  const contact = { name: 'Ada', title: 'Miller', email: 'ada@example.com', phone: '+46 8 123' };
  const listed = aListedAccount({ joinedAt: '2025-01-02T03:04:05.000Z' });
  const contacts = { SECURITY: contact, BILLING: null };
  expect(toRecord(listed, 'owner', { ...details, tags: { stage: 'prod' }, contacts })).toEqual({
    id: '111122223333',
    name: 'mill',
    ou: '/prod',
    tags: { stage: 'prod' },
    state: 'ACTIVE',
    targetSince: READ_AT,
    joinedAt: '2025-01-02T03:04:05.000Z',
    contacts,
    readAt: READ_AT,
  });
});

test('the owner is what the owner tag says', () => {
  expect(tagged({ owner: 'payments', team: 'shop' }).owner).toBe('payments');
  expect(toRecord(aListedAccount(), 'team', { ...details, tags: { team: 'shop' } }).owner).toBe('shop');
});

test.each<Record<string, string>>([{}, { owner: '' }, { Owner: 'payments' }])(
  'tags %o name no owner',
  (tags) => {
    expect(tagged(tags)).not.toHaveProperty('owner');
  },
);

test('a tag that is named like a property of every object is a tag like any other', () => {
  expect(toRecord(aListedAccount(), 'constructor', details)).not.toHaveProperty('owner');
});

test('an account that is closed at birth has no name', () => {
  expect(toRecord(aListedAccount({ name: '' }), 'owner', details)).not.toHaveProperty('name');
});

test.each([
  { what: 'stays a target', listed: {}, since: aRecord().targetSince },
  { what: 'is below no target', listed: { isBelowTarget: false }, since: null },
  { what: 'is suspended', listed: { state: 'SUSPENDED' }, since: null },
])('an account that $what is a target since $since', ({ listed, since }) => {
  const record = toRecord(aListedAccount(listed), 'owner', { ...details, before: aRecord() });
  expect(record.targetSince).toBe(since);
});

test('an account that was no target until now is one from now on', () => {
  const record = toRecord(aListedAccount(), 'owner', { ...details, before: aRecord({ targetSince: null }) });
  expect(record.targetSince).toBe(READ_AT);
});
