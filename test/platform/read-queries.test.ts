import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readQueries } from '#lib/platform/read-queries.ts';

test('a file of SQL is a query whose opening comment says its name and what it is about', () => {
  const folder = mkdtempSync(join(tmpdir(), 'queries-'));
  writeFileSync(
    join(folder, 'ships-at-sea.sql'),
    '-- Ships at sea\n-- Which are out.\n-- Not boats.\nSELECT 1\n',
  );
  writeFileSync(join(folder, 'notes.txt'), 'no query');

  expect(readQueries(folder)).toEqual([
    {
      id: 'ShipsAtSeaQuery',
      name: 'Ships at sea',
      about: 'Which are out. Not boats.',
      sql: '-- Ships at sea\n-- Which are out.\n-- Not boats.\nSELECT 1',
    },
  ]);
});
