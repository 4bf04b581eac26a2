import { describe, expect, test } from 'vitest';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageAnswer } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';
import { anOtherQuery, aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { anAwsError } from '#test/cost-reports/cost-explorer/an-aws-error.ts';
import { pagedAnswers } from '#test/cost-reports/cost-explorer/paged-answers.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const query = aUsageQuery({ period: { start: '2026-10-01', end: '2026-11-01' } });
const pages = ['1', '2', '3'].map((cost) =>
  aUsageAnswer([{ start: '2026-10-01', groups: [[[`Service ${cost}`, 'Usage'], cost]] }]),
);
const services = async (source: Parameters<typeof linesOf>[0]) =>
  (await linesOf(source, query)).map(({ keys }) => keys[0]);
const ALL = ['Service 1', 'Service 2', 'Service 3'];

/** Time for so many pages. */
const timeFor = (count: number) => {
  let left = count;
  return () => {
    left -= 1;
    return left >= 0;
  };
};

test('a run that is out of time goes on from its last page', async () => {
  const store = memoryStore();
  const costs = pagedAnswers(pages);
  const first = aSource({ ask: costs.ask, store, hasTime: timeFor(2) });
  await expect(first.source.fetch(query)).rejects.toMatchObject({ name: 'RetryLaterError', afterSeconds: 1 });
  const { source } = aSource({ ask: costs.ask, store });

  expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 3, notes: [] });
  expect(costs.asked.map(({ NextPageToken }) => NextPageToken)).toEqual([undefined, 'token-1', 'token-2']);
  expect(await services(source)).toEqual(ALL);
});

test('a complete query is not bought again, nor is time needed for it', async () => {
  const store = memoryStore();
  const costs = pagedAnswers(pages);
  await aSource({ ask: costs.ask, store }).source.fetch(query);
  const { source } = aSource({ ask: costs.ask, store, hasTime: () => false });

  expect(await services(source)).toEqual(ALL);
  expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 3 });
  expect(costs.billed()).toBe(3);
});

test('a query that AWS took only without net metrics goes on without them', async () => {
  const store = memoryStore();
  const costs = pagedAnswers(pages);
  costs.failCall(1, anAwsError('ValidationException'));
  await expect(aSource({ ask: costs.ask, store, hasTime: timeFor(3) }).source.fetch(query)).rejects.toThrow(
    'No time left',
  );
  const { source } = aSource({ ask: costs.ask, store });

  expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 3 });
  expect(costs.billed()).toBe(3);
  expect(costs.asked.slice(1).every(({ Metrics }) => (Metrics as string[]).length === 2)).toBe(true);
});

test('another run buys its own pages', async () => {
  const store = memoryStore();
  const costs = pagedAnswers(pages);
  await aSource({ ask: costs.ask, store }).source.fetch(query);
  await aSource({ ask: costs.ask, store, run: '2026-11-22T090000Z-daily' }).source.fetch(query);

  expect(costs.billed()).toBe(6);
});

describe('a token that AWS has forgotten', () => {
  test.each(['InvalidNextTokenException', 'RequestChangedException', 'ValidationException'])(
    '(%s) makes the query begin anew beside the pages of the first attempt',
    async (name) => {
      const store = memoryStore();
      const costs = pagedAnswers(pages);
      await expect(
        aSource({ ask: costs.ask, store, hasTime: timeFor(2) }).source.fetch(query),
      ).rejects.toBeInstanceOf(RetryLaterError);
      costs.failCall(3, anAwsError(name));
      const { source, counter } = aSource({ ask: costs.ask, store });

      expect(await source.fetch(query)).toMatchObject({
        pages: 3,
        notes: ['AWS forgot a page token of services-monthly, so it was asked anew from its first page.'],
      });
      expect(await services(source)).toEqual(ALL);
      expect(await counter.spent()).toEqual({ run: 5, month: 5 });
      expect([...store.files.keys()].filter((key) => key.includes('-monthly-2/page-'))).toHaveLength(3);
    },
  );

  test('the new attempt is the one that is read and resumed, and the note stays', async () => {
    const store = memoryStore();
    const costs = pagedAnswers(pages);
    const begin = (time: number) =>
      aSource({ ask: costs.ask, store, hasTime: timeFor(time) }).source.fetch(query);
    await expect(begin(2)).rejects.toThrow('No time left');
    costs.forgetTokens();
    await expect(begin(3)).rejects.toThrow('No time left');
    const { source } = aSource({ ask: costs.ask, store });

    expect(await source.fetch(query)).toMatchObject({ pages: 3, notes: [expect.stringContaining('anew')] });
    expect(await services(source)).toEqual(ALL);
    expect(costs.billed()).toBe(2 + 3);
  });
});

test('a token that comes twice ends the query with an error that is not paid for again (cloudquery#18539)', async () => {
  const store = memoryStore();
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { answer: pages[0], nextToken: asked === 1 ? 'a' : 'b' };
  };
  const { source } = aSource({ ask, store });

  expect(await source.fetch(query)).toMatchObject({
    state: 'refused',
    message: expect.stringContaining('repeated a page token') as string,
  });
  await expect(linesOf(source, query)).rejects.toThrow('not complete');
  await aSource({ ask, store }).source.fetch(query);
  expect(asked).toBe(3);
});

describe('caps', () => {
  test('stop before the page that is too many, and say so (CodexBar#3387)', async () => {
    const costs = pagedAnswers(pages);
    const { source } = aSource({ ask: costs.ask, store: memoryStore(), caps: { run: 2, month: 100 } });

    expect(await source.fetch(query)).toMatchObject({
      state: 'refused',
      reason: 'cap',
      message: expect.stringContaining('2 of 2 billed requests of this run') as string,
    });
    expect(costs.billed()).toBe(2);
    await expect(linesOf(source, query)).rejects.toThrow('not complete');
  });

  test('that are raised let the same run go on', async () => {
    const store = memoryStore();
    const costs = pagedAnswers(pages);
    await aSource({ ask: costs.ask, store, caps: { run: 2, month: 100 } }).source.fetch(query);
    const { source } = aSource({ ask: costs.ask, store, caps: { run: 3, month: 100 } });

    expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 3 });
    expect(costs.billed()).toBe(3);
  });

  test('of pages leave the rest out and say so', async () => {
    const costs = pagedAnswers([{ page: 1 }, { page: 2 }, { page: 3 }]);
    const { source } = aSource({ ask: costs.ask, store: memoryStore() });
    const drivers = anOtherQuery({ mostPages: 1 });

    expect(await source.fetch(drivers)).toMatchObject({
      pages: 1,
      notes: ['Only the first page of comparison-drivers came into the report; AWS has more.'],
    });
    const read: unknown[] = [];
    for await (const answer of source.answers(drivers)) read.push(answer);
    expect(read).toEqual([{ page: 1 }]);
    expect(costs.billed()).toBe(1);
  });
});
