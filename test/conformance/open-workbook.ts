import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toXlsx } from '#bin/commands/cost/xlsx/to-xlsx.ts';
import { runProgram } from '#test/conformance/run-program.ts';
import type { Tally } from '#test/conformance/tally.ts';
import { A_TABLE, aProvenance, aRow } from '#test/runtime/tables/a-table.ts';
import { collected } from '#test/runtime/tables/collected.ts';

const READ = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, [[str(cell.value) for cell in row] for row in sheet.rows]] for sheet in book]))
`;
const HOSTILE = '=1+1 <&> 東京 😀';
const EXPECTED = [
  'teams-monthly',
  [
    A_TABLE.columns.map(({ name }) => name),
    ['2026-10-31 00:00:00', '000000000012', HOSTILE, '12.5', '80', 'False', '2026-11-22 09:00:00'],
    ['2026-10-31 00:00:00', '000000000012', 'None', '-2.89e-08', '80', 'True', '2026-11-22 09:00:00'],
  ],
];

/** Another program opens an XLSX file and reads what was written into it. */
export async function openWorkbook(programs: string, tally: Tally): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-xlsx-'));
  try {
    const file = join(folder, 'book.xlsx');
    const rows = [[aRow({ team: HOSTILE }), aRow({ amount: '-0.0000000289', estimated: true, team: null })]];
    writeFileSync(file, await collected(toXlsx([{ schema: A_TABLE, rows, provenance: aProvenance() }])));
    const answer = await runProgram(join(programs, 'python'), ['-W', 'error', '-c', READ, file]);
    const [about, teams] = JSON.parse(answer) as [[string, string[][]], unknown];
    const isRead = about[0] === 'About' && JSON.stringify(teams) === JSON.stringify(EXPECTED);
    if (isRead) tally.passed('openpyxl: a workbook opens and holds what was written');
    else tally.failed(`openpyxl: a workbook holds something else: ${JSON.stringify(teams)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
