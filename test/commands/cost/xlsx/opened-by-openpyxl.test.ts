import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { toXlsx } from '#bin/commands/cost/xlsx/to-xlsx.ts';
import { A_TABLE, aProvenance, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const VENV = '.conformance/venv/bin/python';
const PYTHON = existsSync(VENV) ? VENV : 'python3';
const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, [[str(cell.value) for cell in row] for row in sheet.rows]] for sheet in book]))
`;

const folder = mkdtempSync(join(tmpdir(), 'reeve-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));

// Another program's view; without it the test of the parts stands alone.
it.skipIf(!hasOpenpyxl)('openpyxl opens a workbook and reads what was written', async () => {
  const file = join(folder, 'book.xlsx');
  const rows = [
    [aRow({ team: '=1+1 <&> 東京 😀' }), aRow({ amount: '-0.0000000289', estimated: true, team: null })],
  ];
  writeFileSync(file, await collected(toXlsx([{ schema: A_TABLE, rows, provenance: aProvenance() }])));

  const [about, teams] = JSON.parse(execFileSync(PYTHON, ['-W', 'error', '-c', READ, file]).toString()) as [
    [string, string[][]],
    [string, string[][]],
  ];

  expect(about[0]).toBe('About');
  expect(about[1][1]).toContain('Cost Explorer');
  expect(teams).toEqual([
    'teams-monthly',
    [
      A_TABLE.columns.map(({ name }) => name),
      [
        '2026-10-31 00:00:00',
        '000000000012',
        '=1+1 <&> 東京 😀',
        '12.5',
        '80',
        'False',
        '2026-11-22 09:00:00',
      ],
      ['2026-10-31 00:00:00', '000000000012', 'None', '-2.89e-08', '80', 'True', '2026-11-22 09:00:00'],
    ],
  ]);
});
