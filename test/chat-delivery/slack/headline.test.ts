import { describe, expect, it } from 'vitest';
import { headlineOf, placeOf } from '#lambdas/chat-delivery/slack/headline.ts';
import type { SampledAccount } from '#lambdas/contracts/ledger.ts';
import { aCard } from '#test/chat-delivery/a-card.ts';

const accounts = (count: number): SampledAccount[] =>
  Array.from({ length: count }, (_, index) => ({
    part: String(index),
    account: String(100_000_000_000 + index),
    status: 'open',
    resources: 0,
  }));

describe('headlineOf', () => {
  it.each([
    ['🚨', 'critical', 'open'],
    ['🔴', 'error', 'open'],
    ['🟠', 'warning', 'open'],
    ['🔵', 'info', 'open'],
    ['🗓️', 'critical', 'upcoming'],
    ['✅', 'critical', 'resolved'],
  ] as const)('begins with %s for a %s alert that is %s', (sign, severity, status) => {
    expect(headlineOf(aCard({ severity, status, title: 'EC2' }))).toBe(`${sign} EC2`);
  });

  it('says nothing of [NEW], which an update is not (aws-health-aware#6)', () => {
    const changed = aCard({ revision: 7 });
    expect(headlineOf(changed)).toBe(headlineOf(aCard()));
    expect(headlineOf(changed)).not.toMatch(/new/i);
  });
});

describe('placeOf', () => {
  it.each([
    ['payments-prod (111122223333) · eu-west-1', {}],
    ['No account named · us-east-1', { accounts: [], accountCount: 0, regions: ['us-east-1'] }],
    ['100000000000 · eu-west-1, eu-west-3', { accounts: accounts(1), regions: ['eu-west-1', 'eu-west-3'] }],
    ['2 accounts: 100000000000, 100000000001', { accounts: accounts(2), accountCount: 2, regions: [] }],
    ['300 accounts', { accounts: [], accountCount: 300, regions: [] }],
    ['1 account', { accounts: [], regions: [] }],
    ['', { accounts: [], accountCount: 0, regions: [] }],
  ])('is "%s"', (place, card) => expect(placeOf(aCard(card))).toBe(place));

  it('an event without accounts is never told as one of all accounts (aws-health-aware handler.py)', () => {
    expect(placeOf(aCard({ accounts: [], accountCount: 0, regions: ['global'] }))).not.toMatch(
      /all accounts/i,
    );
  });

  it('names five accounts and counts the others', () => {
    const place = placeOf(aCard({ accounts: accounts(20), accountCount: 250, regions: [] }));
    expect(place).toMatch(/^250 accounts: (\d+, ){4}\d+ and 245 more$/);
  });

  it('names an account with parts in several Regions once', () => {
    const [account] = accounts(1);
    const twice = account ? [account, { ...account, part: 'other' }] : [];
    expect(placeOf(aCard({ accounts: twice, regions: [] }))).toBe('100000000000');
  });
});
