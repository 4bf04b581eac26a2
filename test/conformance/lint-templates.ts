import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProgramError, runProgram } from '#test/conformance/run-program.ts';
import type { Tally } from '#test/conformance/tally.ts';

const IGNORED = [
  // CDK itself writes a DependsOn for the role beside the GetAtt that needs it.
  'W3005',
];
/** One region of each partition that a hub may stand in. */
const REGIONS = ['us-east-1', 'eu-central-1', 'us-gov-west-1', 'cn-north-1'];
/** Where the settings refuse what needs a function URL. */
const WITHOUT_URLS = ['us-gov-west-1'];
const URL_TYPE = 'AWS::Lambda::Url';

type Template = { Resources: Record<string, { Type: string }>; Outputs?: Record<string, unknown> };

/** Holds every template of an assembly against cfn-lint, in all partitions: errors fail, warnings are printed. */
export async function lintTemplates(programs: string, assembly: string, tally: Tally): Promise<void> {
  const lint = async (path: string, name: string, regions: string[]) => {
    const options = ['--non-zero-exit-code', 'error', '--ignore-checks', ...IGNORED, '--regions', ...regions];
    try {
      const said = await runProgram(join(programs, 'cfn-lint'), [...options, '--', path]);
      if (said.trim() !== '') console.log(said.trim());
      tally.passed(`cfn-lint: ${name} has no error in ${regions.join(', ')}; ignored: ${IGNORED.join()}`);
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      tally.failed(`cfn-lint: ${name}\n${error.message}`);
    }
  };
  for (const name of readdirSync(assembly).filter((file) => file.endsWith('.template.json'))) {
    const path = join(assembly, name);
    const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
    const urls = Object.entries(template.Resources).filter(([, { Type }]) => Type === URL_TYPE);
    if (urls.length === 0) {
      await lint(path, name, REGIONS);
      continue;
    }
    await lint(
      path,
      name,
      REGIONS.filter((region) => !WITHOUT_URLS.includes(region)),
    );
    const rest = `${path}.without-urls.json`;
    writeFileSync(
      rest,
      JSON.stringify(
        without(
          template,
          urls.map(([id]) => id),
        ),
      ),
    );
    await lint(rest, `${name}, without function URLs,`, WITHOUT_URLS);
  }
}

/** A template without some resources, and outputs of them. */
function without({ Resources, Outputs = {}, ...template }: Template, ids: string[]): Template {
  const isKept = ([id, value]: [string, unknown]) =>
    !ids.includes(id) && !ids.some((gone) => JSON.stringify(value).includes(`"${gone}"`));
  return {
    ...template,
    Resources: Object.fromEntries(Object.entries(Resources).filter(isKept)),
    Outputs: Object.fromEntries(Object.entries(Outputs).filter(isKept)),
  };
}
