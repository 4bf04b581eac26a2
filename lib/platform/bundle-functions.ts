import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { packedAssets } from '#lib/platform/function-assets.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUNDLES = join(ROOT, 'dist/lambdas');
const LEFT_OUT_MODULE = join(import.meta.dirname, 'left-out.ts');
const LEFT_OUT = [
  '@aws-sdk/credential-provider-http',
  '@smithy/credential-provider-imds',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/core/event-streams',
];
const NOT_FUNCTIONS = new Set(['contracts', 'runtime']);

/**
 * ESM entry of a CommonJS bundle. Minified CommonJS starts in about two thirds of the time of minified ESM,
 * where importing node:http loads undici (nodejs/node#59686).
 */
const ENTRY = `import { createRequire } from 'node:module';
const bundle = createRequire(import.meta.url)('./handler.cjs');
await bundle.ready;
export const handler = bundle.handler;
`;

/** The names of all functions: the folders of `lambdas/` that hold a handler. */
export function functionNames(): string[] {
  return readdirSync(join(ROOT, 'lambdas'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_FUNCTIONS.has(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** The folder that a function is deployed from. */
export function bundleOf(name: string): string {
  return join(BUNDLES, name);
}

/** Bundles every function in one call of esbuild: ten take as long as one. */
export function bundleFunctions(): void {
  const names = functionNames();
  rmSync(BUNDLES, { recursive: true, force: true });
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({ in: `lambdas/${name}/handler.ts`, out: `${name}/handler` })),
    outdir: BUNDLES,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // With import() kept, the SDK would load undici and http2 at its first request.
    supported: { 'dynamic-import': false },
    alias: Object.fromEntries(LEFT_OUT.map((name) => [name, LEFT_OUT_MODULE])),
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const name of names) {
    mkdirSync(bundleOf(name), { recursive: true });
    writeFileSync(join(bundleOf(name), 'index.mjs'), ENTRY);
    for (const asset of packedAssets(name)) writeFileSync(join(bundleOf(name), asset.name), asset.bytes);
  }
}
