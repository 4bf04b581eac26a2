import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retried, runProgram } from '#test/conformance/run-program.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

export type Question = { pattern: object; event: object };
/** Whether the event matches, or that the pattern is refused. */
export type Answer = boolean | 'invalid';

const POM = join(import.meta.dirname, 'pom.xml');
const MAVEN = ['--batch-mode', '--quiet', '--file', POM, 'dependency:copy-dependencies'];
/** Fetched anew when the versions change. */
const JARS = join(
  WORKSHOP,
  `event-ruler-${createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 8)}`,
);

/** AWS's own matcher of event patterns (https://github.com/aws/event-ruler), fetched by Maven. */
export async function fetchEventRuler(): Promise<(questions: Question[]) => Promise<Answer[]>> {
  if (!existsSync(JARS)) await retried(() => runProgram('mvn', [...MAVEN, `-DoutputDirectory=${JARS}`]));
  return async (questions) => {
    const input = questions.map((question) => JSON.stringify(question)).join('\n');
    const java = ['-cp', join(JARS, '*'), join(import.meta.dirname, 'Verdicts.java')];
    const lines = (await runProgram('java', java, { input })).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Answer);
  };
}
