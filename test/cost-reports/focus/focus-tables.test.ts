import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { GROUPED_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { aCostWorld } from '#test/cost-reports/a-cost-world.ts';
import { aFocusWorld } from '#test/cost-reports/focus/a-focus-world.ts';
import { anExport, type Format } from '#test/cost-reports/focus/an-export.ts';
import { rowsOfLedger } from '#test/cost-reports/focus/rows-of-ledger.ts';
import { tableOfLedger } from '#test/cost-reports/ledger-tables.ts';
import { NOT_KEYS } from '#test/cost-reports/not-keys.ts';

const TODAY = '2026-11-22';
const MONTHS = ['2026-09', '2026-10', '2026-11'];
const settings = {
  reports: [...GROUPED_REPORTS],
  tags: ['team', 'cost$center'],
  costCategories: ['Division'],
  historyMonths: 3,
  caps: { run: 500, month: 5000 },
};

function aLedger() {
  return seededLedger({ seed: 'focus', accounts: manyAccounts(12), density: 0.3 });
}

async function aWorld(format: Format) {
  const ledger = aLedger();
  const exported = anExport(format);
  for (const month of MONTHS) exported.deliver(month, rowsOfLedger(ledger, month, TODAY), { chunks: 3 });
  const world = aFocusWorld(exported, settings);
  await world.run('monthly', TODAY);
  await world.run('daily', TODAY);
  return Object.assign(world, { ledger, exported });
}

/** Sums on the net bases by the keys that are chosen of `start|key|key|basis`. */
function netSums(amounts: Iterable<readonly [string, string]>, chosen: readonly number[]) {
  const sums = new Map<string, bigint>();
  for (const [id, amount] of amounts) {
    const parts = id.split('|');
    const basis = parts.at(-1) ?? '';
    if (!basis.startsWith('net_')) continue;
    const key = [...chosen.map((index) => parts[index]), basis].join('|');
    const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
    const units = BigInt(whole + fraction.padEnd(10, '0'));
    sums.set(key, (sums.get(key) ?? 0n) + (amount.startsWith('-') ? -units : units));
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
}

describe('tables of an export', () => {
  let fromCsv: Awaited<ReturnType<typeof aWorld>>;
  let fromParquet: Awaited<ReturnType<typeof aWorld>>;
  beforeAll(async () => {
    fromCsv = await aWorld('csv');
    fromParquet = await aWorld('parquet');
  });

  test('are the same from CSV and from Parquet, to the last byte', () => {
    const tables = [...fromCsv.store.files.keys()].filter((key) => key.startsWith('tables/'));

    expect(tables.length).toBeGreaterThan(25);
    for (const key of tables) {
      const [one, other] = [fromCsv, fromParquet].map(({ store }) => store.files.get(key));
      expect(gunzipSync(one!).toString(), key).toBe(gunzipSync(other!).toString());
    }
  });

  test('read each file once a run, however many the tables are', () => {
    const reads = Map.groupBy(fromCsv.exported.reads(), (key) => key);

    // The daily run asks for days of the last two months.
    expect([...reads].map(([key, { length }]) => [/=([\d-]+)/.exec(key)?.[1], length])).toEqual([
      ...Array.from({ length: 3 }, () => ['2026-09', 1]),
      ...Array.from({ length: 6 }, (_, index) => [index < 3 ? '2026-10' : '2026-11', 2]),
    ]);
  });

  test.each(MONTHS)('come to the bill of %s, by account and service, to the tenth decimal', async (month) => {
    for (const isDaily of [false, true]) {
      const granularity = isDaily ? 'DAILY' : 'MONTHLY';
      if (isDaily && month === '2026-09') continue;
      const found = await fromCsv.table('accounts-by-service', granularity, month);
      const bill = tableOfLedger(fromCsv.ledger, 'accounts-by-service', { month, before: TODAY, isDaily });

      expect(found.size).toBeGreaterThan(50);
      expect(netSums(found, [0, 1, 2])).toEqual(netSums(bill, [0, 1, 2]));
    }
  });

  test.each([
    ['services', [0, 1]],
    ['accounts', [0, 1]],
    ['regions', [0, 1]],
    ['tags', [0, 1, 2]],
    ['cost-categories', [0, 1, 2]],
  ] as const)('%s come to the same as those of Cost Explorer', async (report, keys) => {
    const world = await aCostWorld({ ledger: aLedger(), settings: { ...settings } });
    await world.run('monthly', TODAY);
    for (const month of MONTHS) {
      const rows = await world.rows(`${report}-monthly`, month);
      const columns = Object.keys(rows[0] ?? {}).filter((name) => !NOT_KEYS.includes(name));
      const asked = rows.map(
        (row) => [columns.map((name) => String(row[name])).join('|'), String(row['amount'])] as const,
      );

      expect(netSums(await fromCsv.table(report, 'MONTHLY', month), keys)).toEqual(netSums(asked, keys));
    }
    await world.close();
  });

  test('tell whose commitment serves whom', async () => {
    const use = await fromCsv.table('commitment-use', 'MONTHLY', '2026-10');
    const kinds = new Set([...use.keys()].map((key) => key.split('|').slice(2, 4).join(' ')));

    expect([...kinds].sort()).toEqual([
      'reservation covered_usage',
      'reservation recurring_fee',
      'savings_plan covered_usage',
      'savings_plan recurring_fee',
    ]);
  });

  test('say what they are made of, that nothing was paid, and what FOCUS does not know', async () => {
    const provenance = await fromCsv.provenance('services-monthly', '2026-10');

    expect(provenance).toMatchObject({ source: 'FOCUS export', requests: 0 });
    expect(provenance?.notes).toContainEqual(expect.stringContaining('unblended is its BilledCost'));
    expect(provenance?.notes).toContainEqual(expect.stringContaining('names of FOCUS'));
  });
});
