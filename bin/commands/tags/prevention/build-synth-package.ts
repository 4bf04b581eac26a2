import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SOURCES = join(ROOT, 'lib/tags/prevention/synth/package');
const CDK = 'aws-cdk-lib';

type Manifest = { version: string; license: string; dependencies: Record<string, string> };

/** `tarball`: what npm pack calls it. */
export type SynthPackage = { files: Record<string, string>; tarball: string };

/** The files of a package that checks an app's tags when it is synthesized: plain JavaScript, which needs the CDK alone. */
export async function buildSynthPackage(policy: TagPolicy): Promise<SynthPackage> {
  const bundle = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(SOURCES, 'entry.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: [CDK],
    define: { REQUIRED_TAGS_POLICY: JSON.stringify(policy) },
    logLevel: 'silent',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const manifest = manifestOf(code);
  return {
    files: {
      'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
      'index.js': code,
      'index.d.ts': readFileSync(join(SOURCES, 'index.d.ts'), 'utf8'),
      'README.md': readFileSync(join(SOURCES, 'README.md'), 'utf8'),
    },
    tarball: `${manifest.name}-${manifest.version}.tgz`,
  };
}

/** Another policy is another version. Private, so that nobody publishes it by mistake: people host it as they like. */
function manifestOf(code: string) {
  const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
  return {
    name: 'reeve-required-tags',
    version: `${own.version}-policy-${hash}`,
    private: true,
    description: 'Checks the tags that an AWS CDK app gives its resources when it is synthesized.',
    license: own.license,
    main: 'index.js',
    types: 'index.d.ts',
    peerDependencies: { [CDK]: `^${own.dependencies[CDK]}`, constructs: '^10.0.0' },
  };
}
