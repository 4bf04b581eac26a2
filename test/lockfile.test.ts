import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Entry = { optionalDependencies?: Record<string, string> };
type Packages = Record<string, Entry>;

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  packages: Packages;
};

/** Optional packages of an exact version that a package wants and that are not in the lock. */
function missingFrom(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) => /^\d/.test(version) && !placesOf(path, name).some((place) => place in packages),
      )
      .map(([name, version]) => `${name}@${version}, wanted by ${path}`),
  );
}

/** Where Node looks for a package: beside the one that wants it, then upwards. */
function placesOf(path: string, name: string): string[] {
  const here = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
  if (path === '') return [here];
  const above = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));
  return [here, ...placesOf(above, name)];
}

test('no optional package is missing, else npm ci fails on other machines (npm/cli#9846)', () => {
  expect(missingFrom(packages)).toEqual([]);
});

test('there are optional packages to look for', () => {
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));

  expect(wanted.length).toBeGreaterThan(50);
});

test.each(['node_modules/@esbuild/linux-x64', 'node_modules/@biomejs/cli-darwin-arm64'])(
  'a lock without %s is seen as wrong',
  (place) => {
    const { [place]: _, ...rest } = packages;

    expect(missingFrom(rest)).toEqual([expect.stringContaining(place.replace('node_modules/', ''))]);
  },
);

test('a package is found beside the one that wants it, or above', () => {
  const wants = { optionalDependencies: { fast: '1.0.0' } };

  expect(missingFrom({ 'node_modules/a/node_modules/b': wants, 'node_modules/fast': {} })).toEqual([]);
  expect(missingFrom({ 'node_modules/a': wants, 'node_modules/a/node_modules/fast': {} })).toEqual([]);
  expect(missingFrom({ 'node_modules/a': wants, 'node_modules/b/node_modules/fast': {} })).toHaveLength(1);
});
