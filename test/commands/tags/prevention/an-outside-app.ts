import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSynthPackage } from '#bin/commands/tags/prevention/build-synth-package.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';

const INSTALLED = join(import.meta.dirname, '../../../../node_modules');

const APP = `
import { App, Aspects, AspectPriority, Stack, Tags, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { RequiredTagsAspect, RequiredTagsValidation } from 'reeve-required-tags';

const app = new App();
const level = process.env['LEVEL'] === 'warning' ? 'warning' : 'error';
if (process.env['BY'] === 'aspect') Aspects.of(app).add(new RequiredTagsAspect({ level }), { priority: AspectPriority.READONLY });
else Validations.of(app).addPlugins(new RequiredTagsValidation({ level }));
new Queue(new Stack(app, 'Orders'), 'Queue');
if (process.env['OWNER']) Tags.of(app).add('Owner', process.env['OWNER']);
`;

/** A CDK app of other people that has installed the package of a policy, and no file of this repository. */
export async function anOutsideApp(policy: TagPolicy, type: 'module' | 'commonjs') {
  const { path, remove } = await aFolder();
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(await buildSynthPackage(policy))) {
    write(`node_modules/reeve-required-tags/${name}`, text);
  }
  for (const name of ['aws-cdk-lib', 'constructs', '@types']) {
    symlinkSync(join(INSTALLED, name), join(path, 'node_modules', name));
  }
  write('package.json', JSON.stringify({ name: 'outside', type }));
  write('app.ts', APP);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        strict: true,
        types: ['node'],
        outDir: 'built',
        skipLibCheck: true,
      },
      files: ['app.ts'],
    }),
  );
  const run = (program: string, words: string[], environment: Record<string, string> = {}) => {
    const { PATH = '', HOME = '' } = process.env;
    const env = {
      PATH: `${dirname(process.execPath)}:${PATH}`,
      HOME,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_VALIDATION: 'false',
      ...environment,
    };
    const { status, stdout, stderr } = spawnSync(join(INSTALLED, '.bin', program), words, {
      cwd: path,
      env,
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };

  return {
    compile: () => run('tsc', ['--project', '.']),
    synth: (environment: Record<string, string>) =>
      run('cdk', ['synth', '--quiet', '--app', 'node built/app.js', '--no-notices'], environment),
    remove,
  };
}
