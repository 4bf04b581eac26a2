import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { MANY_ROWS_TABLE, manyRows } from '#test/proof/many-rows.ts';
import { CSV_WRITERS } from './csv-writers.ts';

// Run as a process of its own, as `node write-csv.ts reeve`: writes the same rows several times, the first time
// unmeasured, and prints the rows per second of CPU. With a second argument it also keeps the CSV as a file.
const ROWS = 200_000;
const PASSES = 5;

const [name = '', file] = process.argv.slice(2);
const write = CSV_WRITERS[name];
if (!write) throw new Error(`No such writer: ${name}`);
const batches = [...manyRows(ROWS)];

const hash = createHash('sha256');
const kept: Uint8Array[] = [];
await write(MANY_ROWS_TABLE, batches, (chunk) => {
  hash.update(chunk);
  if (file) kept.push(chunk);
});
if (file) writeFileSync(file, Buffer.concat(kept));

const before = process.cpuUsage();
let bytes = 0;
for (let pass = 0; pass < PASSES; pass += 1) {
  await write(MANY_ROWS_TABLE, batches, (chunk) => {
    bytes += chunk.length;
  });
}
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    sha256: hash.digest('hex'),
    bytes,
    rowsPerSecond: (ROWS * PASSES * 1e6) / (user + system),
  }),
);
