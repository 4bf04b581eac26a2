import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, type Experiment, times } from '../experiment.ts';
import { PYTHON, pythonModule } from '../python.ts';
import { runProcess } from '../run-process.ts';
import { isSameContent, type Written } from './is-same-content.ts';

const ACCOUNTS = '1000';
const ROUNDS = 5;
const ANSWERS_WRITER = join(import.meta.dirname, 'write-answers.ts');
const NODE_REPORTER = join(import.meta.dirname, 'report-costs.ts');
const PYTHON_REPORTER = join(import.meta.dirname, 'report_costs.py');

/** What is made of the same stored answers, by whom. */
const WORKS = {
  workbook: 'Cost report of 1,000 accounts, times in a minute of CPU: one workbook',
  run: 'The same: a whole run (NDJSON, CSV, JSON and 13 pages), then the workbook',
  rows: 'a workbook of the same rows',
  months: 'a workbook of the same amounts, months side by side',
};
const REMARK = [
  'X7 goes from stored answers of Cost Explorer to files: 13 months of 1,000 accounts with 3 kinds of charges each,',
  'of 60 services and of 20 Regions with 5 kinds each, on four bases: 176,800 amounts, and their totals. The figure is',
  `the CPU time of whole processes, ${ROUNDS} rounds. Both workbooks have the sheets total, services, accounts and regions;`,
  'with a row for each amount they have 1.9 million cells, with the months side by side 230,000. There is a figure only',
  'where both wrote the same number of amounts, of the same sums. pandas adds up floats and writes days as text; Reeve',
  'adds up exactly and writes days as days. A whole run also holds the queries against each other and writes every',
  'month of each table as NDJSON (gzip), CSV with its metadata and JSON, and a page for each month; CSV, JSON, two',
  'pages and the workbook each read the stored NDJSON again, which is about half of what it takes beside the workbook.',
].join('\n');

/** The monthly report of a large Organization from end to end, against the usual way to write one. */
export function costReportExperiments(): Experiment[] {
  const answers = mkdtempSync(join(tmpdir(), 'reeve-bench-'));
  process.once('exit', () => rmSync(answers, { recursive: true, force: true }));
  runProcess(process.execPath, ANSWERS_WRITER, answers, ACCOUNTS);
  let expected: Written | undefined;

  const contender = (name: string, program: string, ...options: string[]): Contender => ({
    name,
    measure() {
      const folder = mkdtempSync(join(tmpdir(), 'reeve-bench-'));
      try {
        cpSync(answers, folder, { recursive: true });
        const { cpuSeconds, written } = runProcess(program, ...options, folder);
        expected ??= written as Written;
        if (!isSameContent(written as Written, expected)) {
          throw new Error(`${name} wrote other amounts: nothing to compare`);
        }
        return 60 / Number(cpuSeconds);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  });
  const pandas = pythonModule('pandas');
  const xlsxwriter = pythonModule('xlsxwriter');
  const ours = (form: string) => contender('Reeve', process.execPath, NODE_REPORTER, form);
  const theirs = (form: 'rows' | 'months') => {
    const name = `pandas and xlsxwriter: ${WORKS[form]}`;
    return pandas && xlsxwriter
      ? contender(name, PYTHON, PYTHON_REPORTER, form)
      : { name, skipped: `no ${pandas ? 'xlsxwriter' : 'pandas'}` };
  };
  const common = { id: 'X7', rounds: ROUNDS, must: times(4), aim: times(8), remark: REMARK };
  return [
    { ...common, metric: WORKS.workbook, ours: ours('answers'), peer: theirs('rows') },
    { ...common, metric: WORKS.run, ours: ours('run'), peer: theirs('rows') },
    { ...common, metric: WORKS.run, ours: ours('run'), peer: theirs('months') },
  ];
}
