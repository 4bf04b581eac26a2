import { describe, expect, test } from 'vitest';
import { dateOfCopy, standingOf } from '#lambdas/health-reconcile/part-standing.ts';
import { aPartProgress } from './a-part-progress.ts';
import { UPDATED } from './an-api-event.ts';

const of = (heldAt: number, pages?: { seen: number; total: number }) =>
  aPartProgress('111122223333', heldAt, pages);

describe('a part of the ledger', () => {
  test.each([
    ['is behind where the ledger has none', undefined, 'behind'],
    ['is behind where its update is older', of(UPDATED - 60_000), 'behind'],
    ['is current with the same update', of(UPDATED), 'current'],
    ['is current with a newer one', of(UPDATED + 60_000), 'current'],
    ['is current where AWS rounded a second away', of(UPDATED - 1000), 'current'],
    ['is incomplete where pages never came', of(UPDATED, { seen: 2, total: 3 }), 'incomplete'],
    ['is complete with all its pages', of(UPDATED, { seen: 3, total: 3 }), 'current'],
  ])('%s', (_what, known, standing) => {
    expect(standingOf(known, UPDATED + 900)).toBe(standing);
  });

  test('is behind where its event bore no time of its own', () => {
    expect(standingOf({ ...of(UPDATED), orderedBy: [['time', UPDATED]] }, UPDATED)).toBe('behind');
  });

  test('counts only pages of its newest update', () => {
    const part = of(UPDATED, { seen: 2, total: 2 });
    const [first, second] = Object.values(part.pages);
    const pages = { 1: { ...first, update: 'reeve' }, 2: { ...second, update: 'an older one' } };
    expect(standingOf({ ...part, pages: pages as typeof part.pages }, UPDATED)).toBe('incomplete');
  });
});

test('a part that has none of its newest pages is not fetched for their sake, day after day', () => {
  expect(standingOf({ ...of(UPDATED, { seen: 1, total: 2 }), hash: 'no page' }, UPDATED)).toBe('current');
});

test.each(['behind', 'incomplete'] as const)('a copy makes a part that was %s current', (standing) => {
  expect(standingOf(of(dateOfCopy(UPDATED + 400, standing)), UPDATED + 400)).toBe('current');
});
