import { describe, expect, it } from 'vitest';
import { contributionOf } from '#lambdas/alert-desk/contribution.ts';
import { mergePart } from '#lambdas/alert-desk/merge-part.ts';
import type { PartRow } from '#lambdas/alert-desk/part-row.ts';
import type { Observation, OrderedBy } from '#lambdas/contracts/observation.ts';
import { anObservation } from '#test/alert-desk/an-observation.ts';

type Saying = {
  updated?: number;
  time: number;
  status?: 'open' | 'resolved';
  summary?: string;
  page?: [number, number];
  update?: string;
  resources?: number;
};

function says({
  updated,
  time,
  status = 'open',
  summary = 'Words.',
  page,
  update,
  resources = 0,
}: Saying): Observation {
  const clocks: OrderedBy = [
    ...(updated === undefined ? [] : [['lastUpdatedTime', updated] as [string, number]]),
    ['time', time],
  ];
  const [number, total] = page ?? [1, 1];
  return anObservation({
    summary,
    part: {
      status,
      orderedBy: clocks,
      resources: Array.from({ length: resources }, (_, at) => ({ id: `i-${number}-${at}` })),
      page: { number, total, update: update ?? `update-${updated ?? time}` },
    },
  });
}

/** The part after these observations, and what became of each. */
function merged(observations: Observation[]) {
  let row: PartRow | undefined;
  const verdicts = observations.map((observation) => {
    const merge = mergePart(row, observation);
    if (merge.verdict === 'accepted') {
      row = { ...merge.part, version: 1, channels: ['ops'], writeId: 'w', headRevision: 0 };
    }
    return merge.verdict;
  });
  if (!row) throw new Error('Nothing was accepted');
  return { row, verdicts, counts: contributionOf(row) };
}

describe('updates', () => {
  it('an older update never reopens what is closed', () => {
    const { row, verdicts } = merged([
      says({ updated: 2, time: 2, status: 'resolved', summary: 'Over.' }),
      says({ updated: 1, time: 9, summary: 'Open.' }),
    ]);
    expect(verdicts).toEqual(['accepted', 'older']);
    expect(row.status).toBe('resolved');
  });

  it('a newer update opens it again', () => {
    const { row } = merged([
      says({ updated: 2, time: 2, status: 'resolved', summary: 'Over.' }),
      says({ updated: 3, time: 3, summary: 'Not over.' }),
    ]);
    expect(row.status).toBe('open');
  });

  it('a delivery time is never compared with a time of update', () => {
    const { verdicts } = merged([
      says({ updated: 50, time: 1, summary: 'A' }),
      says({ time: 2, summary: 'B' }),
    ]);
    expect(verdicts).toEqual(['accepted', 'accepted']);
  });
});

describe('copies', () => {
  it('a backup copy is a duplicate, before or after its primary', () => {
    const primary = says({ updated: 1, time: 5, update: 'u' });
    const copy = says({ updated: 1, time: 6, update: 'u' });
    expect(merged([primary, copy]).verdicts).toEqual(['accepted', 'duplicate']);
    expect(merged([copy, primary]).row.hash).toBe(merged([primary]).row.hash);
  });

  it('a late copy of an old version does not undo a newer one, even without a time of update', () => {
    const old = says({ time: 1, summary: 'Old.', update: 'u' });
    const copy = says({ time: 9, summary: 'Old.', update: 'u' });
    const { row, verdicts } = merged([old, says({ time: 2, summary: 'New.', status: 'resolved' }), copy]);
    expect(verdicts).toEqual(['accepted', 'accepted', 'duplicate']);
    expect(row.status).toBe('resolved');
  });
});

describe('pages', () => {
  it('pages in any order are one part with the full count', () => {
    const pages = [3, 1, 2].map((number) =>
      says({ updated: 1, time: number, page: [number, 3], update: 'u', resources: 4 }),
    );
    const { counts } = merged(pages);
    expect(counts.resources).toBe(12);
    expect(counts.pages).toEqual({ seen: 3, total: 3 });
  });

  it('says how many pages of the newest update are there, and keeps the older ones until they are replaced', () => {
    const first = [1, 2, 3].map((number) =>
      says({ updated: 1, time: number, page: [number, 3], update: 'u', resources: 4 }),
    );
    const { counts } = merged([
      ...first,
      says({ updated: 2, time: 9, page: [1, 3], update: 'v', resources: 1 }),
    ]);
    expect(counts.pages).toEqual({ seen: 1, total: 3 });
    expect(counts.resources).toBe(9);
  });

  it('an update with fewer pages drops the others, and a late page of the old update stays out', () => {
    const old = [1, 2, 3].map((number) =>
      says({ updated: 1, time: number, page: [number, 3], update: 'u', resources: 4 }),
    );
    const { counts, verdicts } = merged([
      ...old.slice(0, 2),
      says({ updated: 2, time: 9, page: [1, 1], update: 'v', resources: 1 }),
      old[2] as Observation,
    ]);
    expect(verdicts.at(-1)).toBe('older');
    expect(counts).toMatchObject({ resources: 1, pages: { seen: 1, total: 1 } });
  });
});

describe('names', () => {
  const named = (resources: number, id: string, total = 1) => {
    const observation = says({ updated: 1, time: 1, page: [1, total] });
    const part = {
      ...observation.part,
      resources: Array.from({ length: resources }, (_, at) => ({ id: `${id}${at}` })),
    };
    return merged([{ ...observation, part }]).row.pages[1]?.first.length;
  };

  it('two hundred of a part are kept, shared by its pages', () => {
    expect(named(500, 'i-')).toBe(200);
    expect(named(500, 'i-', 10)).toBe(20);
    expect(named(500, 'i-', 1000)).toBe(2);
  });

  it('long names are kept only while the row has room', () => {
    const count = named(500, 'x'.repeat(5000)) ?? 0;
    expect(count * 5000).toBeGreaterThan(80_000);
    expect(count * 5000).toBeLessThanOrEqual(100_000);
  });
});
