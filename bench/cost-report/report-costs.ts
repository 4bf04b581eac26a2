import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reportFile, type Sheet } from '#bin/commands/cost/report-file.ts';
import type { Row } from '#lambdas/contracts/report.ts';
import { ONE } from '#lambdas/runtime/decimal.ts';
import { SHEETS_OF } from './sheets-of.ts';
import { portsIn } from './the-run.ts';

// Run as a process of its own, as `node report-costs.ts run FOLDER`: makes one workbook of all that the run has
// bought, and prints the CPU time from the start of the process, with what was written.
const [form = '', folder = ''] = process.argv.slice(2);
const sheetsOf = SHEETS_OF[form];
if (!sheetsOf) throw new Error(`No such form: ${form}`);

/** To be held against what another wrote. */
const written: Record<string, { rows: number; sum: number }> = {};

async function* counted({ schema, rows }: Sheet): AsyncGenerator<readonly Row[]> {
  const at = schema.columns.findIndex(({ name }) => name === 'amount');
  let [count, sum] = [0, 0n];
  for await (const batch of rows) {
    count += batch.length;
    for (const row of batch) sum += row[at] as bigint;
    yield batch;
  }
  written[schema.name] = { rows: count, sum: Number(sum) / Number(ONE) };
}

const sheets = await sheetsOf(portsIn(folder));
const workbook = reportFile(
  'xlsx',
  sheets.map((sheet) => ({ ...sheet, rows: counted(sheet) })),
  { excel: false },
);
await pipeline(workbook, createWriteStream(join(folder, 'costs.xlsx')));

const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ cpuSeconds: (user + system) / 1e6, written }));
