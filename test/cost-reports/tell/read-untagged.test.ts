import { expect, test } from 'vitest';
import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { readUntagged } from '#lambdas/cost-reports/tell/read-untagged.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aStoredTable, type Cells } from '#test/cost-reports/page/a-stored-table.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

async function storeOf(months: Record<string, { fetchedAt: string; end: string; rows: Cells[] }>) {
  const store = memoryStore();
  for (const [month, { fetchedAt, end, rows }] of Object.entries(months)) {
    const common = { period_end: end, fetched_at: fetchedAt, tag_key: 'owner', record_type: 'Usage' };
    const cells = rows.map((row) => ({ ...common, ...row }));
    await aStoredTable(store, groupedTable('tags', 'MONTHLY'), month, cells);
  }
  return store;
}
const usd = parseDecimal;
const row = (tag_value: string, amount: string, more: Cells = {}): Cells => ({
  tag_value,
  amount: usd(amount),
  basis: 'net_unblended',
  ...more,
});
const october = (fetchedAt = '2026-11-08T09:30:00.000Z') => ({
  fetchedAt,
  end: '2026-11-01',
  rows: [row('', '30'), row('blue', '70')],
});
const november = {
  fetchedAt: '2026-11-08T09:30:00.000Z',
  end: '2026-11-09',
  rows: [row('', '1'), row('blue', '1')],
};

test('it is that of the last month which was over when it was read', async () => {
  const store = await storeOf({ '2026-10': october(), '2026-11': november });
  expect(await readUntagged(store, 'net_unblended')).toEqual([
    { tagKey: 'owner', month: '2026-10', untagged: usd('30'), total: usd('100') },
  ]);
});

test('a month that was read when it was just over is whole', async () => {
  const store = await storeOf({ '2026-09': november, '2026-10': october('2026-11-01T00:10:00.000Z') });
  expect(await readUntagged(store, 'net_unblended')).toMatchObject([{ month: '2026-10' }]);
});

test('where there is no other it is that of a part of a month', async () => {
  const store = await storeOf({ '2026-11': november });
  expect(await readUntagged(store, 'net_unblended')).toMatchObject([{ month: '2026-11', total: usd('2') }]);
});

test('where no tags are asked for there is none', async () => {
  expect(await readUntagged(memoryStore(), 'net_unblended')).toEqual([]);
});

test('credits, refunds and other bases do not count', async () => {
  const more = [
    row('', '-50', { record_type: 'Credit' }),
    row('', '-5', { record_type: 'Refund' }),
    row('', '8', { basis: 'amortized' }),
  ];
  const store = await storeOf({ '2026-10': { ...october(), rows: [...october().rows, ...more] } });
  expect(await readUntagged(store, 'net_unblended')).toMatchObject([
    { untagged: usd('30'), total: usd('100') },
  ]);
});
