import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packedName } from '#lambdas/contracts/picture-files.ts';
import { bundleOf, functionNames } from '#lib/platform/bundle-functions.ts';
import { FUNCTION_ASSETS } from '#lib/platform/function-assets.ts';
import { hubTemplate, resourcesOf } from '#test/estate/template.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type LambdaFunction = { Code: { S3Key: string } };

const MUST = ['handler.cjs', 'index.mjs'];
const assetsOf = (name: string) => Object.keys(FUNCTION_ASSETS[name] ?? {}).map(packedName);
const MAY = ['settings.json', ...Object.keys(FUNCTION_ASSETS).flatMap(assetsOf)];

/** What a function's folder lacks or should not hold, a native `.node` file above all: machines differ. */
function strayOrMissing(files: string[]): string[] {
  const stray = files.filter((file) => ![...MUST, ...MAY].includes(file));
  return [...stray, ...MUST.filter((file) => !files.includes(file))];
}

const deployed = resourcesOf<LambdaFunction>(hubTemplate(), 'AWS::Lambda::Function').map(
  ([id, { Code }]) => ({
    id,
    folder: join(ASSEMBLY, `asset.${Code.S3Key.replace('.zip', '')}`),
  }),
);

test.each(deployed)(
  '$id is deployed with its bundle, its entry and at most its settings and files',
  ({ folder }) => {
    expect(strayOrMissing(readdirSync(folder, { recursive: true, encoding: 'utf8' }))).toEqual([]);
  },
);

test.each(functionNames())(
  'the bundle of %s is a bundle, its entry and its files, untouched by synthesis',
  (name) => {
    expect(readdirSync(bundleOf(name)).sort()).toEqual([...MUST, ...assetsOf(name)].sort());
  },
);

test.each([
  { files: [...MUST, 'binding.node'], found: ['binding.node'] },
  { files: [...MUST, 'handler.cjs.map'], found: ['handler.cjs.map'] },
  { files: ['handler.cjs', 'settings.json'], found: ['index.mjs'] },
])('$files is seen as wrong', ({ files, found }) => {
  expect(strayOrMissing(files)).toEqual(found);
});
