import { describe, expect, test } from 'vitest';
import type { GroupKey, UsageQuery } from '#lambdas/cost-reports/cost-query.ts';
import { linesOf } from '#test/cost-reports/cost-explorer/a-source.ts';
import { anOtherQuery, aUsageQuery } from '#test/cost-reports/cost-explorer/a-usage-query.ts';
import { type AwsRow, aFocusRow } from '#test/cost-reports/focus/a-focus-row.ts';
import { aFocusSource, costsOf } from '#test/cost-reports/focus/a-focus-source.ts';
import { anExport, type Format } from '#test/cost-reports/focus/an-export.ts';

const FORMATS: Format[] = ['csv', 'parquet'];
const OCTOBER = { start: '2026-10-01', end: '2026-11-01' };
const by = (...keys: string[]): GroupKey[] => keys.map((key) => ({ type: 'DIMENSION', key }));
const asked = (given: Partial<UsageQuery> = {}) => aUsageQuery({ period: OCTOBER, ...given });

describe.each(FORMATS)('an export in %s', (format) => {
  async function costs(rows: readonly AwsRow[], query = asked()) {
    const exported = anExport(format);
    exported.deliver(
      '2026-10',
      rows.map((row) => aFocusRow(row)),
      { chunks: 2 },
    );
    return costsOf(aFocusSource(exported), query);
  }

  test('sums charges exactly, with what is billed and what is used apart', async () => {
    const rows: AwsRow[] = [
      { BilledCost: '0.1', EffectiveCost: '0.3' },
      { BilledCost: '0.2' },
      { BilledCost: '1E-10' },
    ];

    expect(await costs(rows)).toEqual({
      '2026-10-01|Amazon Simple Storage Service|Usage': '0.3000000001 0.5000000001',
    });
  });

  test('keeps credits negative and apart (awslabs/mcp#1909)', async () => {
    const rows: AwsRow[] = [{ BilledCost: '33.86' }, { BilledCost: '-33.86', ChargeCategory: 'Credit' }];

    expect(await costs(rows, asked({ groupBy: by('RECORD_TYPE') }))).toEqual({
      '2026-10-01|Usage': '33.86 33.86',
      '2026-10-01|Credit': '-33.86 -33.86',
    });
  });

  test('files hours under their day in UTC', async () => {
    const rows: AwsRow[] = [
      { ChargePeriodStart: '2026-10-05T00:00:00.000Z' },
      { ChargePeriodStart: '2026-10-05T23:00:00.000Z' },
      { ChargePeriodStart: '2026-10-06T00:00:00.000Z' },
    ];

    expect(await costs(rows, asked({ granularity: 'DAILY', groupBy: [] }))).toEqual({
      '2026-10-05': '2 2',
      '2026-10-06': '1 1',
    });
  });

  test('leaves a charge in the month that bills it, though it be of the one before or ends later', async () => {
    const rows: AwsRow[] = [
      { ChargePeriodStart: '2026-09-30T23:00:00.000Z' },
      { ChargePeriodStart: '2026-11-01T00:00:00.000Z' },
    ];

    expect(await costs(rows, asked({ granularity: 'DAILY', groupBy: [] }))).toEqual({
      '2026-10-01': '1 1',
      '2026-10-31': '1 1',
    });
  });

  test.each([
    ['team', 'web'],
    ['resourceTags/team', '=1+1'],
    ['user:team', '"quoted", and a comma'],
    ['resourceTags/user:team', 'two\nlines'],
    ['user_team', '＝SUM(A1) <b> 🧾 $'],
  ])('finds a tag that AWS writes as %s', async (name, value) => {
    const rows: AwsRow[] = [{ Tags: { [name]: value, 'accountTag/team': 'other' } }, { Tags: null }];

    expect(await costs(rows, asked({ groupBy: [{ type: 'TAG', key: 'team' }] }))).toEqual({
      [`2026-10-01|${value}`]: '1 1',
      '2026-10-01|': '1 1',
    });
  });

  test('a tag is no property of a map', async () => {
    const rows: AwsRow[] = [{ Tags: { 'resourceTags/constructor': 'mine' } }, { Tags: {} }];

    expect(await costs(rows, asked({ groupBy: [{ type: 'TAG', key: 'constructor' }] }))).toEqual({
      '2026-10-01|mine': '1 1',
      '2026-10-01|': '1 1',
    });
  });

  test('finds cost categories among the tags', async () => {
    const rows: AwsRow[] = [{ Tags: { 'costCategory/Division': 'Retail' } }, { Tags: { Division: 'a tag' } }];

    expect(await costs(rows, asked({ groupBy: [{ type: 'COST_CATEGORY', key: 'Division' }] }))).toEqual({
      '2026-10-01|Retail': '1 1',
      '2026-10-01|': '1 1',
    });
  });

  test('gives what has no account to the payer, and what has no Region to none', async () => {
    const rows: AwsRow[] = [{ SubAccountId: null, RegionId: null, BillingAccountId: '000000000009' }];

    expect(await costs(rows, asked({ groupBy: by('LINKED_ACCOUNT', 'REGION') }))).toEqual({
      '2026-10-01|000000000009|NoRegion': '1 1',
    });
  });

  test('keeps two currencies apart', async () => {
    const exported = anExport(format);
    exported.deliver('2026-10', [aFocusRow(), aFocusRow({ BillingCurrency: 'EUR' })]);
    const source = aFocusSource(exported);
    await source.fetch(asked({ groupBy: [] }));

    const lines = await linesOf(source, asked({ groupBy: [] }));

    expect(lines.map(({ currency }) => currency).sort()).toEqual(['EUR', 'USD']);
  });

  test.each([
    [{ BilledCost: null }, 'BilledCost of a charge is empty'],
    [{ BillingCurrency: 'dollars' }, 'BillingCurrency of a charge is "dollars"'],
    [{ ChargeCategory: null }, 'ChargeCategory of a charge is empty'],
    [{ ChargePeriodStart: null }, 'ChargePeriodStart of a charge is empty'],
    [{ ServiceName: null }, 'ServiceName of a charge is empty'],
    [{ SubAccountId: null, BillingAccountId: null }, 'BillingAccountId of a charge is empty'],
  ])('refuses %j by name and file: no amount is not zero', async (row, message) => {
    await expect(costs([row])).rejects.toThrow(message);
    await expect(costs([row])).rejects.toThrow('exports/focus/data/BILLING_PERIOD=2026-10/focus-00001');
  });

  test.each([
    [['EffectiveCost'], 'lacks the column EffectiveCost'],
    [['ChargeClass', 'CommitmentDiscountStatus'], 'lacks the columns ChargeClass, CommitmentDiscountStatus'],
  ])('refuses a file without %s and says what to create', async (without, message) => {
    const exported = anExport(format);
    exported.deliver('2026-10', [aFocusRow()], { without });

    const fetched = await aFocusSource(exported).fetch(asked());

    expect(fetched).toMatchObject({ state: 'refused', reason: 'invalid' });
    expect(fetched).toHaveProperty('message', expect.stringContaining(message));
    expect(fetched).toHaveProperty('message', expect.stringContaining('FOCUS_1_2_AWS with all columns'));
  });

  test('needs no tags where none are asked for', async () => {
    const exported = anExport(format);
    exported.deliver('2026-10', [aFocusRow()], { without: ['Tags'] });
    const source = aFocusSource(exported);

    expect(await source.fetch(asked())).toMatchObject({ state: 'complete' });
    const tags = await source.fetch(asked({ name: 'tag', groupBy: [{ type: 'TAG', key: 'team' }] }));
    expect(tags).toHaveProperty('message', expect.stringContaining('lacks the column Tags'));
  });
});

test.each([
  ['BilledCost', '12,5'],
  ['EffectiveCost', 'n/a'],
  ['ChargePeriodStart', '2026-10-05T00:00:00+02:00'],
  ['Tags', '{team'],
])('refuses a %s of %s', async (column, text) => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow({ [column]: text })]);
  const groupBy: GroupKey[] = [{ type: 'TAG', key: 'team' }];

  expect(await aFocusSource(exported).fetch(asked({ groupBy }))).toMatchObject({ reason: 'invalid' });
});

test('lines come by day and by key, however the charges lie in the files', async () => {
  const exported = anExport('csv');
  const charge = (day: string, service: string) => aFocusRow({ day, ServiceName: service });
  exported.deliver('2026-10', [
    charge('2026-10-07', 'B'),
    charge('2026-10-07', 'A'),
    charge('2026-10-06', 'C'),
  ]);

  const costs = await costsOf(aFocusSource(exported), asked({ granularity: 'DAILY' }));

  expect(Object.keys(costs)).toEqual(['2026-10-06|C|Usage', '2026-10-07|A|Usage', '2026-10-07|B|Usage']);
});

test('only the running month is estimated, and ends where it was asked to', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow()]);
  exported.deliver('2026-11', [aFocusRow({ day: '2026-11-21' }), aFocusRow({ day: '2026-11-22' })]);
  const query = aUsageQuery({ groupBy: [], period: { start: '2026-10-01', end: '2026-11-22' } });
  const source = aFocusSource(exported);
  await source.fetch(query);

  const lines = await linesOf(source, query);

  expect(lines).toMatchObject([
    { start: '2026-10-01', end: '2026-11-01', estimated: false },
    { start: '2026-11-01', end: '2026-11-22', estimated: true, amounts: { unblended: 10n ** 10n } },
  ]);
  expect(await linesOf(source, query, '2026-11')).toHaveLength(1);
});

test('accounts have their names, two accounts of one name keep two lines', async () => {
  const exported = anExport('csv');
  const named = (id: string) => aFocusRow({ SubAccountId: id, SubAccountName: '=platform' });
  exported.deliver('2026-10', [named('000000000002'), named('012345678901')]);
  const query = asked({ groupBy: by('LINKED_ACCOUNT', 'SERVICE') });
  const source = aFocusSource(exported);
  await source.fetch(query);

  const lines = await linesOf(source, query);

  expect(lines.map(({ keys }) => keys[0])).toEqual(['000000000002', '012345678901']);
  expect(lines.map(({ keyNames }) => keyNames)).toEqual([
    ['=platform', undefined],
    ['=platform', undefined],
  ]);
});

test('names the months that the export does not reach back to', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow()]);

  const fetched = await aFocusSource(exported).fetch(
    aUsageQuery({ period: { start: '2026-08-01', end: '2026-11-01' } }),
  );

  expect(fetched).toHaveProperty('notes', expect.arrayContaining([expect.stringContaining('2026-08')]));
  expect(fetched).toHaveProperty('notes', expect.arrayContaining([expect.stringContaining('2026-09')]));
});

test('refuses days of an export that has months alone, and goes on by month', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow({ day: '2026-10-01' }), aFocusRow({ day: '2026-10-01' })]);
  const source = aFocusSource(exported);

  const daily = await source.fetch(asked({ name: 'services-daily', granularity: 'DAILY' }));

  expect(daily).toHaveProperty('message', expect.stringContaining('TIME_GRANULARITY DAILY'));
  expect(await source.fetch(asked())).toMatchObject({ state: 'complete' });
});

test('a month that has had but one day so far is told by day', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-11', [aFocusRow({ day: '2026-11-01' })]);
  const source = aFocusSource(exported, { today: '2026-11-02' });
  const period = { start: '2026-10-01', end: '2026-11-02' };

  expect(await source.fetch(asked({ granularity: 'DAILY', period }))).toMatchObject({ state: 'complete' });
});

test.each([
  ['GetCostForecast', 'no forecast', 'leave forecast out'],
  ['GetReservationCoverage', 'reservations covered', 'leave ri-coverage out'],
  ['GetReservationUtilization', 'were not used', 'leave ri-utilization out'],
  ['GetReservationPurchaseRecommendation', 'no recommendations', 'leave ri-recommendations out'],
  ['GetSavingsPlansCoverage', 'Savings Plans covered', 'leave sp-coverage out'],
  ['GetSavingsPlansUtilization', 'no use of commitments', 'leave sp-utilization out'],
  ['GetCostComparisonDrivers', 'no reasons for changes', 'leave comparison-drivers out'],
] as const)('%s is refused with what the export lacks and the way out', async (operation, what, wayOut) => {
  const fetched = await aFocusSource(anExport()).fetch(anOtherQuery({ operation }));

  expect(fetched).toMatchObject({ state: 'refused', reason: 'unsupported' });
  expect(fetched).toHaveProperty('message', expect.stringContaining(what));
  expect(fetched).toHaveProperty('message', expect.stringContaining(wayOut));
});

test('a dimension that exports are not read for is named, and spoils no other question', async () => {
  const exported = anExport('csv');
  exported.deliver('2026-10', [aFocusRow()]);
  const source = aFocusSource(exported);
  const strange = asked({ name: 'strange', groupBy: by('USAGE_TYPE') });
  source.announce?.([strange, asked()]);

  expect(await source.fetch(strange)).toMatchObject({ reason: 'unsupported' });
  expect(await source.fetch(asked())).toMatchObject({ state: 'complete' });
});
