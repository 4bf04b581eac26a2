import { describe, expect, it } from 'vitest';
import { GROUPED_REPORTS, groupedTable, OWN_TABLES } from '#lambdas/contracts/cost-tables.ts';
import type { Cell, Row, TableSchema } from '#lambdas/contracts/report.ts';
import { hasFocusNames, toFocusNamed } from '#lambdas/cost-reports/focus-names/focus-names.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';

const BASES = ['unblended', 'amortized', 'net_unblended', 'net_amortized'];

/** The four rows of a line: `keys` are what the table has between period and basis. */
function aLine(keys: Cell[], amounts: string[], [start, end] = ['2026-12-01', '2027-01-01']): Row[] {
  return BASES.map((basis, index) => [
    start ?? '',
    end ?? '',
    'MONTHLY',
    ...keys,
    basis,
    'USD',
    parseDecimal(amounts[index] ?? ''),
    true,
    '2026-12-22T09:00:00.000Z',
  ]);
}

async function namedRows(schema: TableSchema, batches: Row[][]): Promise<Record<string, Cell>[]> {
  const named = toFocusNamed(schema, batches);
  const rows: Row[] = [];
  for await (const batch of named.rows) rows.push(...batch);
  return rows.map((row) =>
    Object.fromEntries(named.schema.columns.map(({ name }, index) => [name, row[index] ?? null])),
  );
}

describe('a report of accounts', () => {
  const schema = groupedTable('accounts', 'MONTHLY');
  const line = aLine(['000000000012', 'Shop', 'Usage'], ['4', '3', '2', '1']);

  it('has a row for each line, with its costs side by side under the names of FOCUS', async () => {
    expect(await namedRows(schema, [line])).toEqual([
      {
        BillingPeriodStart: '2026-12-01T00:00:00Z',
        BillingPeriodEnd: '2027-01-01T00:00:00Z',
        ChargePeriodStart: '2026-12-01T00:00:00Z',
        ChargePeriodEnd: '2027-01-01T00:00:00Z',
        SubAccountId: '000000000012',
        SubAccountName: 'Shop',
        ChargeCategory: 'Usage',
        x_RecordType: 'Usage',
        BillingCurrency: 'USD',
        BilledCost: parseDecimal('2'),
        EffectiveCost: parseDecimal('1'),
        x_UnblendedCost: parseDecimal('4'),
        x_AmortizedCost: parseDecimal('3'),
        x_Granularity: 'MONTHLY',
        x_Estimated: true,
        x_FetchedAt: '2026-12-22T09:00:00.000Z',
      },
    ]);
  });

  it('is the same wherever its batches are cut', async () => {
    const lines = [line, aLine(['000000000012', 'Shop', 'Tax'], ['1', '1', '1', '1']), line].flat();
    const whole = await namedRows(schema, [lines]);

    expect(whole).toHaveLength(3);
    for (let at = 0; at <= lines.length; at += 1) {
      expect(await namedRows(schema, [lines.slice(0, at), [], lines.slice(at)])).toEqual(whole);
    }
  });

  it('keeps every cost, where lines repeat or lack a basis', async () => {
    const rows = [...line.slice(0, 3), ...line];
    const named = await namedRows(schema, [rows]);

    expect(named.map(({ EffectiveCost }) => EffectiveCost)).toEqual([null, parseDecimal('1')]);
    expect(named.map(({ BilledCost }) => BilledCost)).toEqual([parseDecimal('2'), parseDecimal('2')]);
  });
});

it('a day is charged in the month that it is in', async () => {
  const rows = aLine(['eu-central-1', 'Usage'], ['1', '1', '1', '1'], ['2026-02-28', '2026-03-01']);

  expect(await namedRows(groupedTable('regions', 'DAILY'), [rows])).toMatchObject([
    {
      BillingPeriodStart: '2026-02-01T00:00:00Z',
      BillingPeriodEnd: '2026-03-01T00:00:00Z',
      ChargePeriodStart: '2026-02-28T00:00:00Z',
      ChargePeriodEnd: '2026-03-01T00:00:00Z',
      RegionId: 'eu-central-1',
    },
  ]);
});

it('what is in no Region has no RegionId', async () => {
  const rows = aLine(['NoRegion', 'Tax'], ['1', '1', '1', '1']);

  expect(await namedRows(groupedTable('regions', 'MONTHLY'), [rows])).toMatchObject([{ RegionId: null }]);
});

it.each([
  ['Te"am', '{"team":"Te\\"am"}'],
  ['', '{}'],
])('the tag value %j is a JSON object', async (value, tags) => {
  const rows = aLine(['team', value, 'Usage'], ['1', '1', '1', '1']);

  expect(await namedRows(groupedTable('tags', 'MONTHLY'), [rows])).toMatchObject([{ Tags: tags }]);
});

it('only reports whose rows are charges have a form with the names of FOCUS', () => {
  const named = GROUPED_REPORTS.filter((report) => hasFocusNames(groupedTable(report, 'DAILY')));

  expect(GROUPED_REPORTS.filter((report) => !named.includes(report))).toEqual(['total', 'commitment-use']);
  expect(Object.values(OWN_TABLES).filter(hasFocusNames)).toEqual([]);
  expect(() => toFocusNamed(OWN_TABLES.forecast, [])).toThrow('Report has no columns that FOCUS names');
});

it('nobody reads that a report conforms to FOCUS', () => {
  const { title, about } = toFocusNamed(groupedTable('services', 'DAILY'), []).schema;

  expect(title).toContain('FOCUS-named');
  expect(`${title} ${about}`).not.toMatch(/conform|complian/i);
});
