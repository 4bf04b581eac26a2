import { describe, expect, test } from 'vitest';
import type { Ask } from '#lambdas/cost-reports/cost-explorer/ask.ts';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { readJson } from '#lambdas/runtime/report-store.ts';
import { aSource, linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { aUsageAnswer, metrics } from '#test/cost-reports/cost-explorer/a-usage-answer.ts';
import { anOtherQuery, aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { anAwsError } from '#test/cost-reports/cost-explorer/an-aws-error.ts';
import { pagedAnswers } from '#test/cost-reports/cost-explorer/paged-answers.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const query = aUsageQuery();
const september = aUsageAnswer([
  { start: '2026-09-01', groups: [[['Amazon EC2', 'Usage'], '1']] },
  { start: '2026-10-01' },
]);
const october = aUsageAnswer([{ start: '2026-10-01', groups: [[['Amazon EC2', 'Usage'], '2']] }]);
const both = [september, october];
const rawKeys = (store: ReturnType<typeof memoryStore>) =>
  [...store.files.keys()].filter((key) => key.startsWith('raw/'));

test('three pages are all read, by the token of their operation (aws-cost-explorer-report)', async () => {
  const store = memoryStore();
  const costs = pagedAnswers([...both, aUsageAnswer([])]);
  const { source, counter } = aSource({ ask: costs.ask, store });

  expect(await source.fetch(query)).toEqual({
    state: 'complete',
    fetchedAt: '2026-11-22T09:00:00.000Z',
    pages: 3,
    notes: [],
  });
  expect((await linesOf(source, query)).map(({ start }) => start)).toEqual(['2026-09-01', '2026-10-01']);
  expect(await counter.spent()).toEqual({ run: 3, month: 3 });
});

test('each page repeats the whole question (aws-cost-explorer-report)', async () => {
  const costs = pagedAnswers(both);
  await aSource({ ask: costs.ask, store: memoryStore() }).source.fetch(query);
  const [first, second] = costs.asked;

  expect(first).toEqual({
    TimePeriod: { Start: '2026-09-01', End: '2026-11-01' },
    Granularity: 'MONTHLY',
    Metrics: ['UnblendedCost', 'AmortizedCost', 'NetUnblendedCost', 'NetAmortizedCost'],
    GroupBy: [
      { Type: 'DIMENSION', Key: 'SERVICE' },
      { Type: 'DIMENSION', Key: 'RECORD_TYPE' },
    ],
  });
  expect(second).toEqual({ ...first, NextPageToken: 'token-1' });
});

test('nothing is filtered, whatever is grouped by: no And has one operand (aws-cost-explorer-report#27)', async () => {
  const costs = pagedAnswers([october]);
  for (const groupBy of [[], [{ type: 'TAG', key: 'team' }] as const]) {
    await aSource({ ask: costs.ask, store: memoryStore() }).source.fetch(aUsageQuery({ groupBy }));
  }

  expect(costs.asked.map((input) => 'Filter' in input)).toEqual([false, false]);
  expect(costs.asked.map((input) => 'GroupBy' in input)).toEqual([false, true]);
});

test('a page is stored as it came, with what was asked for it', async () => {
  const store = memoryStore();
  await aSource({ ask: pagedAnswers(both).ask, store }).source.fetch(query);
  const [, second = ''] = rawKeys(store);

  expect(second).toMatch(
    /^raw\/query=services-monthly-[\da-f]{12}\/month=2026-11\/run=2026-11-22T090000Z-monthly\/page-2\.json\.gz$/,
  );
  expect(await readJson(store, second)).toEqual({
    question: { operation: 'GetCostAndUsage', input: expect.anything() as unknown },
    token: 'token-1',
    fetchedAt: '2026-11-22T09:00:00.000Z',
    page: 2,
    answer: october,
  });
});

describe('a query that has a page of each month', () => {
  test('is read month by month from the pages that hold it', async () => {
    const store = memoryStore();
    const { source } = aSource({ ask: pagedAnswers(both).ask, store });
    await source.fetch(query);
    const read: string[] = [];
    const spied = { ...store, read: (key: string) => (read.push(key), store.read(key)) };
    const { source: later } = aSource({ ask: pagedAnswers([]).ask, store: spied });
    await later.fetch(query);
    read.length = 0;

    expect(await linesOf(later, query, '2026-10')).toHaveLength(1);
    expect(read).toEqual([expect.stringMatching(/page-2\.json\.gz$/)]);
  });

  test('names the month that AWS left out (optscale#813)', async () => {
    const { source } = aSource({ ask: pagedAnswers([october]).ask, store: memoryStore() });

    expect(await source.fetch(query)).toMatchObject({
      notes: ['AWS left 2026-09 out of its answer to services-monthly.'],
    });
  });
});

test('the name of an account is known on every page, whichever AWS put it on', async () => {
  const group = [[['000000000042', 'Usage'], '1']] as const;
  const pages = [
    aUsageAnswer([{ start: '2026-09-01', groups: group }]),
    aUsageAnswer([{ start: '2026-10-01', groups: group }], { '000000000042': 'sandbox' }),
  ];
  const { source } = aSource({ ask: pagedAnswers(pages).ask, store: memoryStore() });
  const byAccount = aUsageQuery({
    groupBy: [
      { type: 'DIMENSION', key: 'LINKED_ACCOUNT' },
      { type: 'DIMENSION', key: 'RECORD_TYPE' },
    ],
  });
  await source.fetch(byAccount);

  expect((await linesOf(source, byAccount)).map(({ keyNames }) => keyNames[0])).toEqual([
    'sandbox',
    'sandbox',
  ]);
});

describe('where AWS fails', () => {
  test('half-way through the pages, nothing can be read of the query (Sakuya1998/aws-cost-exporter)', async () => {
    const costs = pagedAnswers(both);
    costs.failCall(2, anAwsError('AccessDeniedException', 'User not enabled for cost explorer access'));
    const { source } = aSource({ ask: costs.ask, store: memoryStore() });

    expect(await source.fetch(query)).toMatchObject({ state: 'refused', reason: 'access' });
    await expect(linesOf(source, query)).rejects.toThrow('not complete');
  });

  test('for one query, the others are whole (aws-cost-explorer-report)', async () => {
    const costs = pagedAnswers([october]);
    costs.failCall(1, anAwsError('AccessDeniedException'));
    const { source } = aSource({ ask: costs.ask, store: memoryStore() });
    const coverage = anOtherQuery({ operation: 'GetReservationCoverage', name: 'ri-coverage-ec2' });

    expect(await source.fetch(coverage)).toMatchObject({ state: 'refused', reason: 'access' });
    expect(
      await source.fetch(aUsageQuery({ period: { start: '2026-10-01', end: '2026-11-01' } })),
    ).toMatchObject({
      state: 'complete',
      notes: [],
    });
  });

  test('in a way that may pass, the query is tried later and what is stored is kept', async () => {
    const store = memoryStore();
    const costs = pagedAnswers(both);
    costs.failCall(2, anAwsError('LimitExceededException'));
    const { source, counter } = aSource({ ask: costs.ask, store });

    await expect(source.fetch(query)).rejects.toBeInstanceOf(RetryLaterError);
    expect(await counter.spent()).toEqual({ run: 1, month: 1 });
    expect(await source.fetch(query)).toMatchObject({ state: 'complete', pages: 2 });
    expect(costs.billed()).toBe(2);
  });

  test('without an answer, the request counts as billed', async () => {
    const costs = pagedAnswers([october]);
    costs.failCall(1, anAwsError('TimeoutError', 'Slow', null));
    const { source, counter } = aSource({ ask: costs.ask, store: memoryStore() });

    await expect(source.fetch(query)).rejects.toBeInstanceOf(RetryLaterError);
    expect(await counter.spent()).toEqual({ run: 1, month: 1 });
  });

  test('with an answer that is none, no page is taken for one without costs', async () => {
    const { source } = aSource({ ask: pagedAnswers([{}]).ask, store: memoryStore() });

    await expect(source.fetch(query)).rejects.toThrow('has no ResultsByTime');
  });
});

describe('net metrics', () => {
  const withoutNet = {
    UnblendedCost: metrics({})['UnblendedCost']!,
    AmortizedCost: metrics({})['AmortizedCost']!,
  };
  const answer = aUsageAnswer(
    ['2026-09-01', '2026-10-01'].map((start) => ({ start, groups: [[['Amazon EC2', 'Usage'], withoutNet]] })),
  );
  const note = 'AWS gave no net amounts for some or all costs; those before discounts stand in for them.';

  test.each(['ValidationException', 'DataUnavailableException'])(
    'that AWS refuses by %s are left out of the question, and the report says so',
    async (name) => {
      const costs = pagedAnswers([answer]);
      costs.failCall(1, anAwsError(name));
      const { source, counter } = aSource({ ask: costs.ask, store: memoryStore() });

      expect(await source.fetch(query)).toMatchObject({ state: 'complete', notes: [note] });
      expect(costs.asked[1]).toMatchObject({ Metrics: ['UnblendedCost', 'AmortizedCost'] });
      expect(await counter.spent()).toEqual({ run: 1, month: 1 });
    },
  );

  test('that are missing from the answer are not asked for again', async () => {
    const costs = pagedAnswers([answer]);
    const { source } = aSource({ ask: costs.ask, store: memoryStore() });

    expect(await source.fetch(query)).toMatchObject({ state: 'complete', notes: [note] });
    expect(costs.billed()).toBe(1);
  });

  test('are kept where AWS refuses a later page', async () => {
    const costs = pagedAnswers(both);
    costs.failCall(2, anAwsError('DataUnavailableException'));
    const { source } = aSource({ ask: costs.ask, store: memoryStore() });

    expect(await source.fetch(query)).toMatchObject({ state: 'refused', reason: 'unavailable' });
    expect(costs.asked).toHaveLength(2);
  });

  test('are not to blame where AWS refuses the question without them too', async () => {
    const costs = pagedAnswers([answer]);
    costs.failCall(1, anAwsError('ValidationException', 'Start is too old'));
    costs.failCall(2, anAwsError('ValidationException', 'Start is too old'));
    const { source, counter } = aSource({ ask: costs.ask, store: memoryStore() });

    expect(await source.fetch(query)).toEqual({
      state: 'refused',
      reason: 'invalid',
      message: 'AWS says: Start is too old.',
    });
    expect(await counter.spent()).toEqual({ run: 0, month: 0 });
  });
});

test('a further attempt is not begun where no time is left: it would be paid for and lost like the one before', async () => {
  let hasTime = true;
  const ask: Ask = async (_operation, _input, reserve) => {
    hasTime = false;
    await reserve();
    return { answer: october };
  };
  const { source, counter } = aSource({ ask, store: memoryStore(), hasTime: () => hasTime });

  await expect(source.fetch(query)).rejects.toThrow(RetryLaterError);
  expect(await counter.spent()).toEqual({ run: 1, month: 1 });
});
