import { describe, expect, test } from 'vitest';
import { groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { tableKey } from '#lambdas/contracts/report-keys.ts';
import type { Changes } from '#lambdas/cost-reports/page/page-data.ts';
import { readPageData } from '#lambdas/cost-reports/page/read-page-data.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { aboutPage, aPageData, aStore } from '#test/cost-reports/page/a-page.ts';
import { aStoredTable, type Cells } from '#test/cost-reports/page/a-stored-table.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

const net = (changes: Changes | undefined, side: 'current' | 'previous' = 'current') =>
  changes?.rows.reduce((sum, row) => sum + (row[side]?.net ?? 0n), 0n);
const usd = parseDecimal;

/** A store with the costs of accounts alone. */
async function accountsOf(months: Record<string, Cells[]>, granularity: 'DAILY' | 'MONTHLY' = 'MONTHLY') {
  const store = memoryStore();
  for (const [month, rows] of Object.entries(months))
    await aStoredTable(store, groupedTable('accounts', granularity), month, rows);
  return store;
}

describe('what a page shows', () => {
  test('adds up to the total in every table, to the tenth decimal', async () => {
    const { total, services, accounts, regions, kinds, splits } = await aPageData({
      month: '2026-10',
      accounts: 7,
    });

    for (const changes of [services, accounts, regions, kinds, ...splits.map((split) => split.changes)]) {
      expect(net(changes)).toBe(total?.current['net']);
      expect(net(changes, 'previous')).toBe(total?.previous?.['net']);
    }
  });

  test('compares a running month by the same days of the month before', async () => {
    const { total, services, days, partial } = await aPageData();
    const same = days.filter(({ day }) => day >= '2026-10-01' && day <= '2026-10-21');

    expect(partial).toBe(true);
    expect([total?.days, services?.days]).toEqual([21, 21]);
    expect(total?.previous?.['net']).toBe(same.reduce((sum, { sum: { net: each } }) => sum + each, 0n));
  });

  test('compares only the days that are known, where AWS is late (reply-fr/sustainable-personal-accounts #130)', async () => {
    const data = await aPageData({ provenance: { fetchedAt: '2026-11-25T09:00:00Z' } });

    expect(data.total?.days).toBe(21);
  });

  test('reads a whole month from the table by month, and only else from that by day', async () => {
    const row = (amount: string) => ({ account: '000000000001', record_type: 'Usage', amount: usd(amount) });
    const store = await accountsOf({ '2026-09': [row('1')], '2026-10': [row('2')] });
    await aStoredTable(store, groupedTable('accounts', 'DAILY'), '2026-10', [row('5'), row('6')]);
    expect(net((await readPageData(store, '2026-10', aboutPage())).accounts)).toBe(usd('2'));

    store.files.delete(tableKey('accounts-monthly', '2026-10'));
    expect(net((await readPageData(store, '2026-10', aboutPage())).accounts)).toBe(usd('11'));
  });

  test('compares a report with its own former month, row by row, new and gone ones too (aws-cost-explorer-report)', async () => {
    const row = (account: string, amount: string) => ({ account, record_type: 'Usage', amount: usd(amount) });
    const store = await accountsOf({
      '2026-09': [row('000000000001', '10'), row('000000000002', '4')],
      '2026-10': [row('000000000001', '13'), row('000000000003', '5')],
    });
    const { accounts } = await readPageData(store, '2026-10', aboutPage());

    const sides = accounts?.rows.map(({ cells, current, previous }) => [
      cells[0],
      current?.net,
      previous?.net,
    ]);
    expect(sides?.toSorted()).toEqual([
      ['000000000001', usd('13'), usd('10')],
      ['000000000002', undefined, usd('4')],
      ['000000000003', usd('5'), undefined],
    ]);
  });

  test('two accounts with one name keep two rows (aws-cost-explorer-report)', async () => {
    const row = (account: string) => ({
      account,
      account_name: 'prod',
      record_type: 'Usage',
      amount: usd('1'),
    });
    const store = await accountsOf({ '2026-10': [row('000000000001'), row('000000000002')] });
    const { accounts } = await readPageData(store, '2026-10', aboutPage());

    expect(accounts?.rows.map(({ cells, name }) => [...cells, name])).toEqual([
      ['000000000001', 'prod'],
      ['000000000002', 'prod'],
    ]);
  });

  test('usage that a credit offsets shows as both, and net as nothing (awslabs/mcp #1909)', async () => {
    const row = (record_type: string, amount: string) => ({
      account: '000000000001',
      record_type,
      amount: usd(amount),
    });
    const store = await accountsOf({
      '2026-10': [row('Usage', '33.86'), row('Credit', '-30'), row('Refund', '-3.86')],
    });
    const { accounts } = await readPageData(store, '2026-10', aboutPage());

    expect(accounts?.rows[0]?.current).toEqual({ charges: usd('33.86'), credits: usd('-33.86'), net: 0n });
  });

  test('counts by its own basis alone (electrolux-oss/aws-cost-exporter #30)', async () => {
    const row = (basis: string, amount: string) => ({
      account: '000000000001',
      record_type: 'Usage',
      basis,
      amount: usd(amount),
    });
    const store = await accountsOf({ '2026-10': [row('net_unblended', '1958'), row('amortized', '2864')] });
    const read = async (basis: 'net_unblended' | 'amortized') =>
      net((await readPageData(store, '2026-10', { ...aboutPage(), basis })).accounts);

    expect([await read('net_unblended'), await read('amortized')]).toEqual([usd('1958'), usd('2864')]);
  });

  test('names a month that is missing between others, and does not count it as nothing (hystax/optscale #813)', async () => {
    const store = await aStore({ month: '2026-10', accounts: 1 });
    store.files.delete(tableKey('total-monthly', '2026-05'));
    const { trend } = await aPageData({ month: '2026-10' }, store);

    expect(trend.find(({ month }) => month === '2026-05')).toEqual({ month: '2026-05', partial: false });
    expect(trend).toHaveLength(13);
  });

  test('months before the first that is stored are not missing', async () => {
    const store = await aStore({ month: '2026-10', accounts: 1 });
    for (const month of ['2025-10', '2025-11']) store.files.delete(tableKey('total-monthly', month));

    expect((await aPageData({ month: '2026-10' }, store)).trend[0]?.month).toBe('2025-12');
  });

  test('names the reports that are asked for and not stored', async () => {
    const store = await aStore({ accounts: 1 });
    for (const table of ['regions-monthly', 'sp-coverage']) store.files.delete(tableKey(table, '2026-11'));
    const data = await aPageData({}, store);

    expect(data.missing).toEqual(['Regions', 'Coverage by Savings Plans']);
    expect(data.regions).toBeUndefined();
  });

  test('of an empty store all is missing and nothing is zero', async () => {
    const data = await readPageData(memoryStore(), '2026-11', aboutPage());

    expect(data.total).toBeUndefined();
    expect(data.trend).toEqual([]);
    expect(data.missing).toContain('Total');
    expect(data.partial).toBe(true);
  });

  test('a forecast has the days before it added, the spent ones', async () => {
    const { forecast, days } = await aPageData({ accounts: 3 });
    const spent = days.filter(({ day }) => day >= '2026-11-01').reduce((sum, each) => sum + each.sum.net, 0n);

    expect(forecast).toEqual({
      from: '2026-11-22',
      spent,
      mean: spent + usd('16200.1'),
    });
  });

  test('what commitments cost is as billed, what is used of them is amortized', async () => {
    const { use } = (await aPageData({ accounts: 4 })).commitments;
    const payer = use?.find(({ account }) => account === '000000000011');

    expect(payer).toMatchObject({ paid: usd('5110.0000000001'), used: 0n });
    expect(use?.find(({ account }) => account === '000000000013')).toMatchObject({
      paid: 0n,
      used: usd('1500'),
    });
  });

  test('says since when a month is kept as final, and when that was not so', async () => {
    const store = await aStore({ month: '2026-10', accounts: 1 });
    const restatements = [{ run: 'r', at: '2026-11-20T09:00:00Z', difference: 'Refund -12.5' }];
    const state = { frozenAt: '2026-11-15T09:00:00Z', sums: {}, fetchedAt: '', run: 'r', restatements };
    const data = await readPageData(store, '2026-10', { ...aboutPage(), state });

    expect(data).toMatchObject({ frozenAt: '2026-11-15T09:00:00Z', restatements, partial: false });
    expect(data.requests).toMatchObject({ month: '2026-11', total: 66 });
  });
});
