import { describe, expect, it } from 'vitest';
import { nextEdits, planDelivery } from '#lambdas/chat-delivery/plan-delivery.ts';
import type { Receipt, Tally } from '#lambdas/contracts/ledger.ts';
import { aHead, aReceipt, aView, NOW } from './a-head.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const plan = (receipt: Partial<Receipt>, seconds: number, standing: Tally = { 'open/error': 1 }) =>
  planDelivery(aHead({ revision: 2 }), aView({ standing }), aReceipt(receipt), later(seconds));

describe('planDelivery', () => {
  it('posts to a channel that was told nothing', () => {
    expect(planDelivery(aHead(), aView(), undefined, NOW)).toEqual({ kind: 'post' });
  });

  it('does nothing where the receipt covers the revision', () => {
    expect(plan({ revision: 2 }, 0)).toEqual({ kind: 'nothing' });
    expect(plan({ revision: 3 }, 0)).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['first', 0, 0],
    ['second', 1, 30],
    ['third', 2, 120],
    ['fourth', 3, 600],
    ['fifth', 4, 3600],
    ['hundredth', 99, 3600],
  ])('lets the %s edit wait %i edits after the post: %i seconds', (_name, edits, seconds) => {
    expect(plan({ edits }, seconds)).toEqual({ kind: 'update' });
    if (seconds > 0) expect(plan({ edits }, seconds - 1)).toEqual({ kind: 'wait', until: later(seconds) });
  });

  it('does not let a worse severity wait', () => {
    expect(plan({ edits: 4, severity: 'warning' }, 1)).toEqual({ kind: 'update' });
  });

  it('lets a milder severity wait', () => {
    expect(plan({ edits: 4, severity: 'critical' }, 1)).toMatchObject({ kind: 'wait' });
  });

  it('does not let the end of an alert or its return wait', () => {
    expect(plan({ edits: 4 }, 1, { 'resolved/error': 1 })).toEqual({ kind: 'update' });
    expect(plan({ edits: 4, status: 'resolved' }, 1)).toEqual({ kind: 'update' });
  });

  it('lets even a changed status wait ten minutes where the source flaps (aws-health-aware#104)', () => {
    expect(plan({ edits: 9, status: 'resolved' }, 1)).toEqual({ kind: 'update' });
    expect(plan({ edits: 10, status: 'resolved' }, 599)).toEqual({ kind: 'wait', until: later(600) });
    expect(plan({ edits: 10, status: 'resolved' }, 600)).toEqual({ kind: 'update' });
  });
});

describe('nextEdits', () => {
  it('counts on while edits come', () => {
    expect(nextEdits(aReceipt({ edits: 3 }), later(3599))).toBe(4);
  });

  it('starts anew after a quiet hour', () => {
    expect(nextEdits(aReceipt({ edits: 30 }), later(3601))).toBe(1);
  });

  it('counts on after an hour in which an edit was owed: that hour was not quiet', () => {
    const owedAt = later(3600).toISOString();
    expect(nextEdits(aReceipt({ edits: 4, owedAt }), later(3660))).toBe(5);
  });
});
