import { expect, test } from 'vitest';
import { takesAccount } from '#lambdas/case-trackers/takes-account.ts';

const account = { id: '111122223333', ou: '/prod/eu', tags: {} };

test.each([
  { filter: {}, takes: true },
  { filter: { accounts: ['111122223333'] }, takes: true },
  { filter: { accounts: ['999988887777'] }, takes: false },
  { filter: { ous: ['/prod'] }, takes: true },
  { filter: { ous: ['/prod/eu'] }, takes: true },
  { filter: { ous: ['/pro'] }, takes: false },
  { filter: { ous: ['/'] }, takes: true },
  { filter: { accounts: ['999988887777'], ous: ['/prod'] }, takes: true },
])('$filter: $takes', ({ filter, takes }) => {
  expect(takesAccount(filter, account)).toBe(takes);
});

test('an account of which no unit is known lies in none', () => {
  expect(takesAccount({ ous: ['/'] }, { id: '111122223333', tags: {} })).toBe(false);
});
