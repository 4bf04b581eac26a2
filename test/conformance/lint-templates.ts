import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProgramError, runProgram } from '#test/conformance/run-program.ts';
import type { Tally } from '#test/conformance/tally.ts';

const IGNORED = [
  // CDK itself writes a DependsOn for the role beside the GetAtt that needs it.
  'W3005',
];
/** One region of each partition that a hub may stand in. */
const REGIONS = ['us-east-1', 'eu-central-1', 'us-gov-west-1', 'cn-north-1'];

/** Holds every template of an assembly against cfn-lint, in all partitions: errors fail, warnings are printed. */
export async function lintTemplates(programs: string, assembly: string, tally: Tally): Promise<void> {
  const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
  for (const template of templates) {
    const options = ['--non-zero-exit-code', 'error', '--ignore-checks', ...IGNORED, '--regions', ...REGIONS];
    try {
      const said = await runProgram(join(programs, 'cfn-lint'), [...options, '--', join(assembly, template)]);
      if (said.trim() !== '') console.log(said.trim());
      tally.passed(`cfn-lint: ${template} has no error in ${REGIONS.join(', ')}; ignored: ${IGNORED.join()}`);
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      tally.failed(`cfn-lint: ${template}\n${error.message}`);
    }
  }
}
