import { describe, expect, it } from 'vitest';
import { mergePart } from '#lambdas/alert-desk/merge-part.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { SAMPLE_SIZE } from '#lambdas/contracts/ledger.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';

const SETTINGS: DeskSettings = {
  routes: [{ name: 'all', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};

type Share = { account: string; ids: string[]; status?: string; updated?: number; page?: [number, number] };

function share({ account, ids, status, updated = 1, page: [number, total] = [1, 1] }: Share) {
  return anObservation({
    part: {
      id: account,
      account,
      accountName: `name-of-${account}`,
      resources: ids.map((id) => ({ id, ...(status ? { status } : {}) })),
      page: { number, total, update: String(updated) },
      orderedBy: [['lastUpdatedTime', updated]],
    },
  });
}

async function viewOf(...shares: Share[]) {
  const ledger = inMemoryLedger(SETTINGS, () => new Date('2026-11-22T12:00:00Z'));
  for (const one of shares) await receiveObservations([share(one)], ledger.ports);
  const view = ledger.heads()[0]?.views['ops'];
  if (!view) throw new Error('There is no view');
  return view;
}
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`);

describe('the view of a channel', () => {
  it('counts parts, resources and their statuses, and names the first of each', async () => {
    const view = await viewOf(
      { account: '222222222222', ids: ['b1'], status: 'RESOLVED' },
      { account: '111111111111', ids: ['a1', 'a2'], status: 'PENDING' },
    );
    expect(view).toMatchObject({
      parts: 2,
      standing: { 'open/error': 2 },
      resources: 3,
      resourceStatus: { PENDING: 2, RESOLVED: 1 },
      pages: { seen: 2, total: 2 },
    });
    expect(view.resourceSample.map(({ id, account }) => `${id} in ${account}`)).toEqual([
      'a1 in 111111111111',
      'a2 in 111111111111',
      'b1 in 222222222222',
    ]);
    expect(view.accountSample).toMatchObject([
      { account: '111111111111', accountName: 'name-of-111111111111', resources: 2 },
      { account: '222222222222', resources: 1 },
    ]);
  });

  it('names resources in the order of their pages, twenty at most', async () => {
    const view = await viewOf(
      { account: '1', ids: named('q', 15), page: [2, 2] },
      { account: '1', ids: named('p', 15), page: [1, 2] },
    );
    expect(view.resourceSample.map(({ id }) => id)).toEqual([...named('p', 15), ...named('q', 5)]);
    expect(view.resourceSample).toHaveLength(SAMPLE_SIZE);
  });

  it('takes a share away before it adds the new one', async () => {
    const view = await viewOf(
      { account: '1', ids: named('a', 5), status: 'PENDING' },
      { account: '1', ids: named('a', 2), status: 'RESOLVED', updated: 2 },
    );
    expect(view).toMatchObject({ parts: 1, resources: 2, resourceStatus: { RESOLVED: 2 } });
  });

  it('fills its sample up from the parts when a name goes away', async () => {
    const view = await viewOf(
      { account: '1', ids: named('a', 15) },
      { account: '2', ids: named('b', 15) },
      { account: '3', ids: named('c', 15) },
      { account: '1', ids: named('a', 1), updated: 2 },
      { account: '4', ids: named('d', 15) },
    );
    expect(view.resources).toBe(46);
    expect(view.resourceSample.map(({ id }) => id)).toEqual(['a00', ...named('b', 15), ...named('c', 4)]);
    expect(view.isStale).toBeUndefined();
  });
});

it('a part is kept until the last moment that it speaks of', () => {
  const times = {
    startsAt: '2027-01-01T00:00:00.000Z',
    endsAt: '2028-01-01T00:00:00.000Z',
    resolvesAt: '2027-06-01T00:00:00.000Z',
  };
  expect(mergePart(undefined, anObservation(times))).toMatchObject({ part: { keepUntil: times.endsAt } });
});
