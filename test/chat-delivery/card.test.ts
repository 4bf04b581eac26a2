import { describe, expect, it } from 'vitest';
import { severityOf, statusOf, toCard } from '#lambdas/chat-delivery/card.ts';
import type { SampledAccount } from '#lambdas/contracts/ledger.ts';
import { aContent, aHead, aView, NOW } from './a-head.ts';

const sampled = (account: string | undefined, region: string): SampledAccount => ({
  part: `${account}/${region}`,
  ...(account ? { account } : {}),
  region,
  status: 'open',
  resources: 1,
});

describe('statusOf', () => {
  it.each([
    ['open', 'open', { 'open/error': 1 }, undefined],
    ['open', 'open', { 'open/error': 1, 'resolved/error': 5 }, '2026-11-20T02:00:00Z'],
    ['upcoming', 'open', { 'open/warning': 1 }, '2026-11-21T00:00:00Z'],
    ['resolved', 'open', { 'resolved/error': 2 }, undefined],
    ['resolved', 'open', {}, undefined],
    ['resolved', 'resolved', { 'open/error': 1 }, undefined],
  ] as const)(
    'is %s for an alert that is %s with parts %o, starting %s',
    (status, alert, standing, startsAt) => {
      const head = aHead({ status: alert, content: aContent(startsAt ? { startsAt } : {}) });
      expect(statusOf(head, aView({ standing }), NOW)).toBe(status);
    },
  );
});

describe('severityOf', () => {
  it('is the worst of the open parts', () => {
    expect(
      severityOf(aView({ standing: { 'resolved/critical': 1, 'open/info': 1, 'open/warning': 2 } })),
    ).toBe('warning');
  });

  it('is the worst of all parts where none is open, and unknown without parts', () => {
    expect(severityOf(aView({ standing: { 'resolved/error': 1, 'resolved/info': 1 } }))).toBe('error');
    expect(severityOf(aView({ standing: {} }))).toBeUndefined();
  });
});

describe('toCard', () => {
  it('shows what the channel may see, not the whole alert', () => {
    const view = aView({ resources: 7 });
    const head = aHead({ views: { ops: view, other: aView({ resources: 900 }) } });
    expect(toCard(head, view, NOW)).toMatchObject({
      title: 'EC2 instances unreachable',
      severity: 'error',
      status: 'open',
      resourceCount: 7,
      accountCount: 1,
      regions: ['eu-west-1'],
      revision: 1,
    });
  });

  it('carries nothing of how the ledger works', () => {
    const card = toCard(aHead(), aView(), NOW);
    expect(Object.keys(card)).not.toEqual(expect.arrayContaining(['hash']));
    expect(card).not.toHaveProperty('orderedBy');
    expect(card).not.toHaveProperty('scope');
  });

  it('counts an account once though it has parts in two Regions', () => {
    const accountSample = [sampled('111122223333', 'eu-west-1'), sampled('111122223333', 'us-east-1')];
    const card = toCard(aHead(), aView({ parts: 2, accountSample }), NOW);
    expect(card.accountCount).toBe(1);
    expect(card.regions).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('counts parts where the sample does not name all of them', () => {
    expect(toCard(aHead(), aView({ parts: 250 }), NOW).accountCount).toBe(250);
  });

  it('counts no account for a public event', () => {
    const view = aView({ accountSample: [sampled(undefined, 'eu-west-1')] });
    expect(toCard(aHead(), view, NOW).accountCount).toBe(0);
  });

  it('counts as pending what is neither resolved nor unimpaired', () => {
    const view = aView({ resources: 9, resourceStatus: { PENDING: 4, RESOLVED: 3, UNIMPAIRED: 2 } });
    expect(toCard(aHead(), view, NOW).pending).toEqual({ count: 4, total: 9 });
    expect(toCard(aHead(), aView({ resourceStatus: {} }), NOW).pending).toBeUndefined();
  });

  it('tells of missing pages, of an alert that is resolved too', () => {
    const pages = { seen: 1, total: 3 };
    expect(toCard(aHead(), aView({ pages }), NOW).pages).toEqual(pages);
    const resolved = aView({ pages, standing: { 'resolved/error': 1 } });
    expect(toCard(aHead(), resolved, NOW).pages).toEqual(pages);
  });

  it('tells when what the channel sees was resolved, whenever the rest was', () => {
    const resolvedAt = '2026-11-19T00:00:00.000Z';
    const view = aView({ standing: { 'resolved/error': 1 }, resolvedAt });
    const later = aHead({ status: 'resolved', resolvedAt: '2026-11-20T02:59:00.000Z' });
    expect(toCard(aHead(), view, NOW).resolvedAt).toBe(resolvedAt);
    expect(toCard(later, view, NOW).resolvedAt).toBe(resolvedAt);
  });

  it('tells when the alert was resolved, and only then', () => {
    const resolvedAt = '2026-11-20T02:59:00.000Z';
    expect(toCard(aHead({ status: 'resolved', resolvedAt }), aView(), NOW).resolvedAt).toBe(resolvedAt);
    expect(toCard(aHead({ resolvedAt }), aView(), NOW).resolvedAt).toBeUndefined();
  });
});
