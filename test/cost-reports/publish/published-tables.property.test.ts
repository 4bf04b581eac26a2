import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { GROUPED_REPORTS, type GroupedReport, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { formatDecimal } from '#lambdas/runtime/decimal.ts';
import { type CostLedger, ledgerOf } from '#local/counterparts/cost-explorer/ledger/cost-ledger.ts';
import { manyAccounts } from '#local/counterparts/cost-explorer/seeded/many-accounts.ts';
import { seededLedger } from '#local/counterparts/cost-explorer/seeded/seeded-ledger.ts';
import { aCostWorld, type CostWorld } from '#test/cost-reports/a-cost-world.ts';
import { tableOfLedger } from '#test/cost-reports/ledger-tables.ts';
import { NOT_KEYS } from '#test/cost-reports/not-keys.ts';
import { aLineItem } from '#test/local/counterparts/cost-explorer/a-line-item.ts';

const TODAY = '2026-11-22';
const MONTHS = ['2026-10', '2026-11'];
const settings = {
  reports: [...GROUPED_REPORTS],
  tags: ['team'],
  costCategories: ['unit'],
  caps: { run: 500, month: 5000 },
};

let world: CostWorld;
afterEach(() => world.close());

/** A guard before text that a spreadsheet would run is no part of the text. */
const withoutGuard = (text: string) => text.replace(/^'(?=[=+\-@\t\r\0＝])/, '');

/** Rows of a file as amounts by start, keys and basis. */
function amountsOf(
  rows: readonly Record<string, unknown>[],
  columns: readonly string[],
): Map<string, string> {
  const keys = columns.filter((name) => !NOT_KEYS.includes(name));
  const found = rows.map((row): [string, string] => [
    keys.map((name) => withoutGuard(String(row[name]))).join('|'),
    String(row['amount']),
  ]);
  expect(new Set(found.map(([key]) => key)).size).toBe(found.length);
  return new Map(found);
}

async function expectTables(ledger: CostLedger): Promise<void> {
  await world.run('monthly', TODAY);
  await world.run('daily', TODAY);
  const sort = (amounts: Map<string, string>) =>
    [...amounts].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const granularity of ['MONTHLY', 'DAILY'] as const) {
    for (const report of GROUPED_REPORTS) {
      for (const month of MONTHS) {
        const { name, columns } = groupedTable(report, granularity);
        if (!isAsked(report, granularity)) continue;
        const names = columns.map((column) => column.name);
        const expected = sort(
          tableOfLedger(ledger, report, { month, before: TODAY, isDaily: granularity === 'DAILY' }),
        );
        const read = (extension: string) =>
          Buffer.from(world.store.files.get(`exports/${name}/${month}.${extension}`) ?? '').toString();

        expect(sort(amountsOf(await world.rows(name, month), names)), name).toEqual(expected);
        if (expected.length === 0) continue;
        const csv = parse<Record<string, string>>(read('csv'), { columns: true });
        expect(sort(amountsOf(csv, names)), `${name}.csv`).toEqual(expected);
        const { rows } = JSON.parse(read('json')) as { rows: Record<string, unknown>[] };
        expect(sort(amountsOf(rows, names)), `${name}.json`).toEqual(expected);
      }
    }
  }
}

function isAsked(report: GroupedReport, granularity: 'DAILY' | 'MONTHLY'): boolean {
  return granularity === 'MONTHLY' || !['regions', 'tags', 'cost-categories'].includes(report);
}

const cost = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(formatDecimal);
const item = fc
  .record({
    day: fc.constantFrom('2026-10-01', '2026-10-31', '2026-11-01', '2026-11-20', '2026-11-21', '2026-11-22'),
    account: fc.constantFrom('000000000001', '012345678901'),
    accountName: fc.constantFrom('=cmd()', 'Blue, "old"', '-33.86'),
    service: fc.constantFrom('Amazon EC2', 'AWS Support (Business)', 'Tax'),
    region: fc.constantFrom('eu-west-1', 'global'),
    recordType: fc.constantFrom(
      'Usage',
      'Credit',
      'SavingsPlanNegation',
      'SavingsPlanCoveredUsage',
      'RIFee',
      'Odd one',
    ),
    tags: fc.constantFrom<Record<string, string>[]>(
      {},
      { team: 'blue' },
      { team: '+1' },
      { team: 'team$a\nb' },
    ),
    costCategories: fc.constantFrom<Record<string, string>[]>({}, { unit: '@home' }),
    unblended: cost,
    amortized: cost,
    netUnblended: cost,
    netAmortized: cost,
  })
  .map(aLineItem);

test('every table in every file is the ledger to the tenth decimal, whatever is in it and however it is paged', async () => {
  const pageSize = fc.integer({ min: 1, max: 5 });
  await fc.assert(
    fc
      .asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), pageSize, async (items, size) => {
        const ledger = ledgerOf(items);
        world = await aCostWorld({ ledger, settings, switches: { pageSize: size } });
        await expectTables(ledger);
      })
      .afterEach(() => world.close()),
    { numRuns: 5 },
  );
});

test('a believable bill of three accounts is the same in all tables and files', async () => {
  const ledger = seededLedger({ seed: 'costs', accounts: manyAccounts(3) });
  world = await aCostWorld({ ledger, settings, switches: { pageSize: 40 } });
  await expectTables(ledger);
  expect(world.pages.at(-1)?.provenance.notes).toEqual([]);
});
