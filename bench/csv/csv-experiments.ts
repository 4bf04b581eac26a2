import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, type Experiment, times } from '../experiment.ts';
import { PYTHON, pythonModule } from '../python.ts';
import { runProcess } from '../run-process.ts';

const METRIC = 'CSV, thousand rows per second of CPU';
const NODE_WRITER = join(import.meta.dirname, 'write-csv.ts');
const PYTHON_WRITER = join(import.meta.dirname, 'write_csv.py');
const ROUNDS = 15;

/** CSV: rows a second against the writers that people take. */
export function csvExperiments(): Experiment[] {
  const file = join(mkdtempSync(join(tmpdir(), 'reeve-bench-')), 'rows.csv');
  const { sha256 } = runProcess(process.execPath, NODE_WRITER, 'reeve', file);

  const contender = (name: string, program: string, ...options: string[]): Contender => ({
    name,
    measure() {
      const answer = runProcess(program, ...options);
      if (answer['sha256'] !== sha256) throw new Error(`${name} wrote another file: nothing to compare`);
      return Number(answer['rowsPerSecond']) / 1000;
    },
  });
  const common = {
    metric: METRIC,
    rounds: ROUNDS,
    ours: contender('Reeve', process.execPath, NODE_WRITER, 'reeve'),
  };
  const pandas = pythonModule('pandas');
  const python = pythonModule('csv');
  return [
    {
      ...common,
      id: 'X1',
      peer: contender('csv-stringify', process.execPath, NODE_WRITER, 'csv-stringify'),
      must: times(5),
      aim: times(8),
    },
    {
      ...common,
      id: 'X2',
      peer: pandas
        ? contender(`pandas ${pandas}`, PYTHON, PYTHON_WRITER, 'pandas', file)
        : { name: 'pandas', skipped: 'no pandas' },
      must: times(4),
      aim: times(7),
    },
    {
      ...common,
      id: 'X2',
      peer: python
        ? contender('csv.writer of Python', PYTHON, PYTHON_WRITER, 'csv.writer', file)
        : { name: 'csv.writer of Python', skipped: 'no Python' },
      must: times(2),
      aim: times(3),
    },
  ];
}
