import { expect, test } from 'vitest';
import { RetryLaterError } from '#lambdas/runtime/errors.ts';
import { aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { aFocusSource, costsOf } from '#test/cost-reports/focus/a-focus-source.ts';
import { anExport, type Format } from '#test/cost-reports/focus/an-export.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const QUERIES = [
  aUsageQuery(),
  aUsageQuery({ name: 'accounts-monthly', groupBy: [{ type: 'DIMENSION', key: 'LINKED_ACCOUNT' }] }),
  aUsageQuery({ name: 'tag-team-monthly', groupBy: [{ type: 'TAG', key: 'team' }] }),
];

function twoMonths(format: Format = 'csv') {
  const exported = anExport(format);
  exported.deliver('2026-09', [aFocusRow({ day: '2026-09-02' })]);
  exported.deliver('2026-10', [aFocusRow(), aFocusRow()], { chunks: 2 });
  return exported;
}

test.each(['csv', 'parquet'] as const)('all announced questions take one pass over %s', async (format) => {
  const exported = twoMonths(format);
  const source = aFocusSource(exported);
  source.announce?.(QUERIES);
  for (const query of QUERIES) await costsOf(source, query);

  expect(exported.reads()).toHaveLength(3);
  expect(await costsOf(source, QUERIES[0]!)).toMatchObject({
    '2026-10-01|Amazon Simple Storage Service|Usage': '2 2',
  });
});

test('a month whose files are the same is not read again, not by another run either', async () => {
  const exported = twoMonths();
  const store = memoryStore();
  await costsOf(aFocusSource(exported, { store }), QUERIES[0]!);
  const before = exported.reads().length;
  exported.deliver('2026-10', [aFocusRow({ BilledCost: '5' })]);

  const costs = await costsOf(aFocusSource(exported, { store }), QUERIES[0]!);

  expect(exported.reads().slice(before)).toEqual([expect.stringContaining('=2026-10/focus-00001')]);
  expect(Object.values(costs)).toEqual(['1 1', '5 5']);
});

test('a run that is out of time goes on with the month it had come to', async () => {
  const exported = twoMonths();
  const store = memoryStore();
  let months = 1;
  const hasTime = () => (months -= 1) >= 0;

  await expect(aFocusSource(exported, { store, hasTime }).fetch(QUERIES[0]!)).rejects.toThrow(
    RetryLaterError,
  );
  await costsOf(aFocusSource(exported, { store }), QUERIES[0]!);

  expect(exported.reads()).toHaveLength(3);
});

test('nothing is stored of a month that cannot be read to its end', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow(), aFocusRow({ BilledCost: '?' })]);
  const store = memoryStore();

  expect(await aFocusSource(exported, { store }).fetch(QUERIES[0]!)).toMatchObject({ state: 'refused' });
  expect(store.written).toEqual([]);
});
