import { describe, expect, test } from 'vitest';
import { chooseMonth, chooseReport, readMonth } from '#bin/commands/cost/choose-report.ts';
import { describeMonths, describeReports, listReports } from '#bin/commands/cost/list-reports.ts';
import { exportKey, tableKey } from '#lambdas/contracts/report-keys.ts';
import { memoryStore } from '#test/runtime/memory-store.ts';

async function aStoreWith(...keys: string[]) {
  const store = memoryStore();
  for (const key of keys) store.files.set(key, Buffer.from(''));
  return listReports(store);
}

const someReports = () =>
  aStoreWith(
    tableKey('services-monthly', '2026-11'),
    tableKey('services-monthly', '2026-10'),
    tableKey('services-daily', '2026-11'),
    tableKey('forecast', '2026-09'),
    tableKey('services-monthly', '2026-08', 'parquet'),
    tableKey('of-another-capability', '2026-11'),
    exportKey('services-monthly', '2026-07', 'csv'),
  );

test('reports are those that have a table, with their months in order', async () => {
  const reports = await someReports();

  expect(reports.map(({ schema, months }) => [schema.name, ...months])).toEqual([
    ['services-daily', '2026-11'],
    ['services-monthly', '2026-10', '2026-11'],
    ['forecast', '2026-09'],
  ]);
  expect(describeReports(reports)).toContain('services-monthly  2026-10 … 2026-11  Services by month');
});

test.each([
  [['2026-10'], '2026-10'],
  [['2025-12', '2026-01'], '2025-12 … 2026-01'],
  [['2025-10', '2025-12', '2026-01', '2026-03'], '2025-10, 2025-12 … 2026-01, 2026-03'],
  [[], ''],
])('a month that is missing in %j is seen (hystax/optscale#813)', (months, words) => {
  expect(describeMonths(months)).toBe(words);
});

describe('a report', () => {
  test('is of its last month unless said otherwise', async () => {
    const reports = await someReports();

    expect(chooseReport(reports, 'services-monthly', undefined).month).toBe('2026-11');
    expect(chooseReport(reports, 'services-monthly', '2026-10').month).toBe('2026-10');
  });

  test.each([
    ['services', undefined, 'There is no report services. Did you mean services-daily, services-monthly?'],
    [
      'regions',
      undefined,
      'There is no report regions. There are services-daily, services-monthly, forecast.',
    ],
    [
      'tags-monthly',
      undefined,
      'There is no report tags-monthly. No run here has made it: are reports, tags or costCategories of costs in reeve.config.ts set so?',
    ],
    ['services-monthly', '2026-07', 'There is no services-monthly of 2026-07. There is 2026-10 … 2026-11.'],
  ])('%s of %s that is not there names those that are', async (name, month, message) => {
    const reports = await someReports();

    expect(() => chooseReport(reports, name, month)).toThrow(message);
  });
});

describe('a month of all reports', () => {
  test('is the last one that any of them has', async () => {
    const chosen = chooseMonth(await someReports(), undefined);

    expect(chosen.map(({ schema, month }) => `${schema.name} ${month}`)).toEqual([
      'services-daily 2026-11',
      'services-monthly 2026-11',
    ]);
  });

  test('that is not there names those that are', async () => {
    const reports = await someReports();

    expect(() => chooseMonth(reports, '2026-07')).toThrow(
      'There are no reports of 2026-07. There is 2026-09 … 2026-11.',
    );
  });
});

test.each(['2026-13', '2026-00', '2026-1', 'October', '2026-10-01', ''])('%j is no month', (text) => {
  expect(() => readMonth(text)).toThrow('--month must be a month such as 2026-10');
});
