import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LambdaFunction } from '#local/estate.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { aFolder } from '#test/local/template/an-assembly.ts';

function estateWith(settings: object) {
  const codeDirectory = join(aFolder(), 'code');
  mkdirSync(codeDirectory);
  writeFileSync(join(codeDirectory, 'settings.json'), JSON.stringify(settings));
  return { functions: [{ codeDirectory } as LambdaFunction] };
}
const withTags = (...tags: object[]) =>
  estateWith({ targets: ['r-a1b2'], policy: { version: '0a1b2c3d', types: [], tags } });

test('Good tags are those that the deployed policy wants', () => {
  const estate = withTags(
    { key: 'Team' },
    { key: 'Stage', values: ['test', 'prod'] },
    { key: 'CostCenter', pattern: 'CC-[0-9]{4}' },
  );
  expect(wellTagged(estate)).toEqual({ Team: 'payments', Stage: 'test', CostCenter: 'CC-1001' });
});

test('Without a policy they are the sample’s', () => {
  expect(Object.keys(wellTagged(estateWith({ targets: [] })))).toEqual([
    'CostCenter',
    'Environment',
    'Owner',
  ]);
});

test('A pattern that nothing at hand fits is an error, not a bad tag', () => {
  expect(() => wellTagged(withTags({ key: 'X', pattern: 'zzz' }))).toThrow('No value at hand fits');
});
