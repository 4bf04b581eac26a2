import { join } from 'node:path';
import type { Experiment } from './experiment.ts';
import { runProcess } from './run-process.ts';

const WRITER = join(import.meta.dirname, '../test/proof/write-many-rows.ts');
/** How AWS starts Node in a function of 512 MB. */
const FLAGS = ['--max-old-space-size=460', '--max-semi-space-size=25'];
const ROUNDS = 3;

/** Memory: the same for five million rows as for one. */
export function memoryExperiments(): Experiment[] {
  return ['csv', 'ndjson'].map((format) => {
    const peakOf = (rows: number) => () =>
      Number(runProcess(process.execPath, ...FLAGS, WRITER, format, String(rows))['peakBytes']) / 1024 / 1024;
    return {
      id: 'X5',
      metric: `${format.toUpperCase()} of 5 million rows, MB at the peak`,
      rounds: ROUNDS,
      ours: { name: '5 million', measure: peakOf(5_000_000) },
      peer: { name: 'itself, 1 million', measure: peakOf(1_000_000) },
      must: { says: '≤ 1.4×, ≤ 180 MB', holds: ({ ratio, ours }) => ratio <= 1.4 && ours <= 180 },
      aim: { says: '1.1×', holds: ({ ratio }) => ratio <= 1.1 },
    };
  });
}
