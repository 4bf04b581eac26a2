import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { costReportExperiments } from './cost-report/cost-report-experiments.ts';
import { csvExperiments } from './csv/csv-experiments.ts';
import { describeMachine } from './describe-machine.ts';
import { memoryExperiments } from './memory-experiments.ts';
import { FAILS, renderResults, verdictOf } from './render-results.ts';
import { runRounds } from './run-rounds.ts';

// All of it, or what is named: `npm run bench -- X1 X2`.
const wanted = process.argv.slice(2);
const experiments = [...csvExperiments(), ...memoryExperiments(), ...costReportExperiments()].filter(
  ({ id }) => wanted.length === 0 || wanted.includes(id),
);
const outcomes = experiments.map((experiment) => runRounds(experiment, (text) => process.stderr.write(text)));
const results = renderResults(outcomes, describeMachine(new Date()));

process.stdout.write(results);
if (wanted.length === 0) writeFileSync(join(import.meta.dirname, 'results.md'), results);
process.exitCode = outcomes.some((outcome) => verdictOf(outcome) === FAILS) ? 1 : 0;
