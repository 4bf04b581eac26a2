import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { buildSynthPackage } from '#bin/commands/tags/prevention/build-synth-package.ts';
import { writeFiles } from '#bin/commands/tags/prevention/write-policies.ts';
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

const COMPILER = { module: 'nodenext', strict: true, types: ['node'], outDir: 'built', skipLibCheck: true };

/** A CDK app of other people that has installed what is written for it, as is said there, and no file of this repository. */
export async function anOutsideApp(policy: TagPolicy, type: 'module' | 'commonjs') {
  const { path, remove } = await aFolder();
  const { files, tarball } = await buildSynthPackage(policy);
  await writeFiles(join(path, 'written'), files);
  await writeFiles(join(path, 'app'), {
    'package.json': JSON.stringify({ name: 'outside', type }),
    'app.ts': APP,
    'tsconfig.json': JSON.stringify({ compilerOptions: COMPILER, files: ['app.ts'] }),
  });
  const run = (program: string, words: string[], environment: Record<string, string> = {}) => {
    const { PATH = '', HOME = '' } = process.env;
    const places = [join(INSTALLED, '.bin'), dirname(process.execPath), PATH].join(delimiter);
    const own = { PATH: places, HOME, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_VALIDATION: 'false' };
    const { status, stdout, stderr } = spawnSync(program, words, {
      cwd: join(path, 'app'),
      env: { ...own, ...environment },
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}` };
  };
  const installed = [
    run('npm', ['pack', '../written']),
    // No registry is asked: the CDK is put beside it afterwards.
    run('npm', ['install', '--offline', '--legacy-peer-deps', '--no-audit', `./${tarball}`]),
  ];
  const broken = installed.find(({ status }) => status !== 0);
  if (broken) throw new Error(broken.said);
  for (const name of ['aws-cdk-lib', 'constructs', '@types']) {
    symlinkSync(join(INSTALLED, name), join(path, 'app/node_modules', name));
  }

  return {
    compile: () => run('tsc', ['--project', '.']),
    synth: (environment: Record<string, string>) =>
      run('cdk', ['synth', '--quiet', '--app', 'node built/app.js', '--no-notices'], environment),
    remove,
  };
}
