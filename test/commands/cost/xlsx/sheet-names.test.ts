import { expect, it } from 'vitest';
import { sheetNames } from '#bin/commands/cost/xlsx/sheet-names.ts';

it('names of sheets have 31 characters at most, and none is there twice in any case', () => {
  const long = 'cost-categories-monthly-focus-and-more';

  expect(sheetNames(['About', 'about', 'total', long, long, long])).toEqual([
    'About',
    'about 2',
    'total',
    'cost-categories-monthly-focus-a',
    'cost-categories-monthly-focus 2',
    'cost-categories-monthly-focus 3',
  ]);
});
