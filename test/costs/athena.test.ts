import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allCostTables, groupedTable } from '#lambdas/contracts/cost-tables.ts';
import { glueTableName } from '#lambdas/contracts/report-keys.ts';
import { readQueries } from '#lib/platform/read-queries.ts';
import { aCatalog, ask } from '#test/costs/a-catalog.ts';

const queries = readQueries(join(import.meta.dirname, '../../lib/costs/athena'));
const sqlOf = (id: string) => queries.find((query) => query.id === id)?.sql ?? '';

const RECORD = { basis: 'unblended', currency: 'USD', estimated: false, record_type: 'Usage' };
const september = { ...RECORD, month: '2026-09' };
const october = { ...RECORD, month: '2026-10' };
const twin = { basis: 'amortized', amount: '999999' };

test.each(queries)(
  '$name says what it answers, names tables that exist, and runs on empty ones',
  async (query) => {
    expect(query.name).toMatch(/^[A-Z].{5,60}$/);
    expect(query.about.length).toBeGreaterThan(60);
    const catalog = await aCatalog(allCostTables().map((table) => [table, []]));
    const parameters = query.sql.match(/\?/g)?.map(() => '2026-10') ?? [];

    expect(await ask(catalog, query.sql, parameters)).toEqual([]);
  },
);

test('every query reads tables of the catalog only', () => {
  const names = allCostTables().map(glueTableName);
  const read = queries.flatMap(({ sql }) => [...sql.matchAll(/FROM (\w+_monthly)/g)].map(([, name]) => name));

  expect(read.length).toBeGreaterThanOrEqual(queries.length);
  expect(read.filter((name) => !names.includes(name ?? ''))).toEqual([]);
});

describe('accounts that grew', () => {
  const table = groupedTable('accounts', 'MONTHLY');

  test('are compared exactly, with one that is new and one that is gone', async () => {
    const catalog = await aCatalog([
      [
        table,
        [
          { ...september, account: '000000000017', account_name: 'quay', amount: '100.0000000001' },
          { ...october, account: '000000000017', account_name: 'quay', amount: '100.0000000003' },
          { ...october, ...twin, account: '000000000017', account_name: 'quay' },
          { ...september, account: '000000000025', account_name: 'gone', amount: '40' },
          { ...october, account: '000000000033', account_name: 'new', amount: '7' },
          { ...RECORD, month: '2026-08', account: '000000000017', account_name: 'quay', amount: '5000' },
        ],
      ],
    ]);

    expect(await ask(catalog, sqlOf('AccountsThatGrewQuery'), ['2026-09', '2026-10'])).toEqual([
      ['000000000025', 'gone', '40.0000000000', '0.0000000000', '-40.0000000000'],
      ['000000000033', 'new', '0.0000000000', '7.0000000000', '7.0000000000'],
      ['000000000017', 'quay', '100.0000000001', '100.0000000003', '0.0000000002'],
    ]);
  });
});

test('credits do not hide which service grew', async () => {
  const row = { ...october, service: 'Amazon Harbour' };
  const catalog = await aCatalog([
    [
      groupedTable('services', 'MONTHLY'),
      [
        { ...september, service: 'Amazon Harbour', amount: '10' },
        { ...row, amount: '30' },
        { ...row, record_type: 'Credit', amount: '-30' },
      ],
    ],
  ]);

  expect(await ask(catalog, sqlOf('ServicesThatGrewQuery'), ['2026-09', '2026-10'])).toEqual([
    ['Amazon Harbour', '10.0000000000', '30.0000000000', '20.0000000000'],
  ]);
});

test('what is untagged is a share of its own tag and month', async () => {
  const row = { ...october, tag_key: 'team' };
  const catalog = await aCatalog([
    [
      groupedTable('tags', 'MONTHLY'),
      [
        { ...row, tag_value: '', amount: '25' },
        { ...row, tag_value: 'tide', amount: '75' },
        { ...row, tag_value: 'tide', record_type: 'Credit', amount: '-75' },
        { ...row, tag_key: 'stage', tag_value: '', amount: '0' },
      ],
    ],
  ]);

  expect(await ask(catalog, sqlOf('UntaggedQuery'))).toEqual([
    ['2026-10', 'stage', '0.0000000000', '0.0000000000', null],
    ['2026-10', 'team', '25.0000000000', '100.0000000000', '25.0'],
  ]);
});

test('a team costs what is tagged with it, with its credits', async () => {
  const row = { ...october, tag_key: 'team', tag_value: 'tide' };
  const catalog = await aCatalog([
    [
      groupedTable('tags', 'MONTHLY'),
      [
        { ...row, amount: '75' },
        { ...row, record_type: 'Credit', amount: '-5', estimated: true },
        { ...row, tag_value: 'moor', amount: '1' },
        { ...row, tag_key: 'stage', amount: '1' },
      ],
    ],
  ]);

  expect(await ask(catalog, sqlOf('CostOfATeamQuery'), ['team', 'tide'])).toEqual([
    ['2026-10', 'USD', '70.0000000000', true],
  ]);
});

test('commitments stand with who paid and who used them', async () => {
  const row = { ...october, commitment: 'savings_plan' };
  const { record_type: _none, ...plain } = row;
  const catalog = await aCatalog([
    [
      groupedTable('commitment-use', 'MONTHLY'),
      [
        { ...plain, account: '000000000017', account_name: 'quay', measure: 'recurring_fee', amount: '72' },
        { ...plain, account: '000000000025', account_name: 'moor', measure: 'covered_usage', amount: '90' },
        { ...plain, account: '000000000025', account_name: 'moor', measure: 'negation', amount: '-90' },
      ],
    ],
  ]);

  expect(await ask(catalog, sqlOf('WhoseCommitmentsQuery'), ['2026-10'])).toEqual([
    ['000000000025', 'moor', 'savings_plan', '0.0000000000', '90.0000000000'],
    ['000000000017', 'quay', 'savings_plan', '72.0000000000', '0.0000000000'],
  ]);
});

test('months of full credit show what they hide (femiwiki#520)', async () => {
  const { record_type: _none, ...plain } = october;
  const catalog = await aCatalog([
    [
      groupedTable('total', 'MONTHLY'),
      [
        { ...plain, measure: 'gross', amount: '33.86' },
        { ...plain, measure: 'credits', amount: '-33.86' },
        { ...plain, measure: 'net', amount: '0' },
      ],
    ],
  ]);

  expect(await ask(catalog, sqlOf('CreditsQuery'))).toEqual([
    ['2026-10', 'USD', '33.8600000000', '-33.8600000000', '0.0000000000', '0.0000000000', false],
  ]);
});
