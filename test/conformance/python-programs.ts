import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { retried, runProgram } from '#test/conformance/run-program.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

const VENV = join(WORKSHOP, 'venv');
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** The folder of the programs that requirements.txt names, installed into a venv of the project's own. */
export async function installPythonPrograms(): Promise<string> {
  const programs = join(VENV, 'bin');
  const python = join(programs, 'python');
  if (!existsSync(python)) await runProgram('python3', ['-m', 'venv', VENV]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];
  await retried(() => runProgram(python, [...pip, '--requirement', REQUIREMENTS]));
  return programs;
}
