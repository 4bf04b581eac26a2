import { expect, test } from 'vitest';
import { isBinary, readFormat } from '#bin/commands/cost/file-format.ts';

const NOTHING = { format: undefined, out: undefined, report: 'services-monthly', excel: false, focus: false };

test.each([
  [{}, undefined],
  [{ format: 'csv' }, 'csv'],
  [{ out: 'reports/october.CSV' }, 'csv'],
  [{ out: 'october.txt', format: 'json' }, 'json'],
  [{ out: '-', format: 'ndjson' }, 'ndjson'],
  [{ out: 'october.html', report: undefined }, 'html'],
  [{ format: 'xlsx', report: undefined }, 'xlsx'],
  [{ format: 'xlsx' }, 'xlsx'],
  [{ format: 'csv', excel: true }, 'csv'],
  [{ format: 'parquet', focus: true }, 'parquet'],
])('%j is %s', (given, format) => {
  expect(readFormat({ ...NOTHING, ...given })).toBe(format);
});

test.each([
  [{ format: 'pdf' }, '--format must be csv, json, ndjson, parquet, xlsx, html.'],
  [{ out: 'october.txt' }, '--format must be csv, json, ndjson, parquet, xlsx, html, or the end of --out.'],
  [{ out: '-' }, '--format must be'],
  [{ out: 'october' }, '--format must be'],
  [{ excel: true }, '--excel is for --format csv'],
  [{ format: 'json', excel: true }, '--excel is for --format csv'],
  [{ focus: true }, '--focus is for files of rows'],
  [{ format: 'html', report: undefined, focus: true }, '--focus is for files of rows'],
  [{ format: 'html' }, 'leave --report out'],
  [{ format: 'csv', report: undefined }, 'A csv file holds one report: name it (--report), or take xlsx'],
])('%j is wrong use', (given, message) => {
  expect(() => readFormat({ ...NOTHING, ...given })).toThrow(message);
});

test('what a terminal cannot show is known', () => {
  expect((['csv', 'json', 'ndjson', 'html', 'parquet', 'xlsx'] as const).filter(isBinary)).toEqual([
    'parquet',
    'xlsx',
  ]);
});
