import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '#test/source-files.ts';

export type Verdict = 'PASS' | 'FAIL' | 'SKIP';
/** As much of a configuration item as rules look at. */
export type Item = { resourceType: string; tags?: Record<string, string> };

const FOLDER = {
  system: process.platform === 'darwin' ? 'macos' : 'ubuntu',
  machine: process.arch === 'arm64' ? 'aarch64' : 'x86_64',
};
const PROGRAM = join(
  ROOT,
  'node_modules/@cdklabs/cdk-validator-cfnguard/bin',
  FOLDER.system,
  FOLDER.machine,
  'cfn-guard',
);
const ARGUMENTS = [
  'validate',
  '--payload',
  '--structured',
  '--output-format',
  'json',
  '--show-summary',
  'none',
];
const Answer = z.array(z.object({ status: z.enum(['PASS', 'FAIL', 'SKIP']) }));

/** What AWS's own program makes of each item; a rule that it cannot read is an error. */
export function runGuard(rule: string, items: Item[]): Verdict[] {
  const input = JSON.stringify({ rules: [rule], data: items.map((item) => JSON.stringify(item)) });
  const { status, stdout, stderr } = spawnSync(PROGRAM, ARGUMENTS, { input, encoding: 'utf8' });
  // 0: all pass or are skipped. 19: some fail. 5: the rule is none.
  if (status !== 0 && status !== 19) throw new Error(`cfn-guard ended with ${status}: ${stderr}\n${rule}`);
  const verdicts = Answer.parse(JSON.parse(stdout)).map((answer) => answer.status);
  if (verdicts.length !== items.length) throw new Error(`cfn-guard judged ${verdicts.length} items`);
  return verdicts;
}
