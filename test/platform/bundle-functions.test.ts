import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleOf, functionNames } from '#lib/platform/bundle-functions.ts';

/** They sign the few calls that they have by themselves. */
const WITHOUT_CLIENT = ['tracker-hooks'];

test('every folder of lambdas is a function, but what functions share is none', () => {
  expect(functionNames()).toContain('alert-desk');
  expect(functionNames()).not.toContain('contracts');
  expect(functionNames()).not.toContain('runtime');
});

describe.each(functionNames())('the bundle of %s', (name) => {
  const bundle = readFileSync(join(bundleOf(name), 'handler.cjs'), 'utf8');

  test('holds no dynamic import: with one, the SDK would load undici', () => {
    expect(/\bimport\(/.test(bundle)).toBe(false);
  });

  test('holds all that it needs but what Node brings', () => {
    // In square brackets it is advice that an error of the SDK gives.
    const required = [...bundle.matchAll(/(?<!\[)\brequire\("([^"]+)"\)/g)].map(([, module = '']) => module);
    const foreign = required.filter((module) => !builtinModules.includes(module.replace(/^node:/, '')));

    expect(required).not.toEqual([]);
    expect(foreign).toEqual([]);
  });

  test('holds no credential provider for profiles and sign-in, which Lambda never uses', () => {
    expect(bundle.includes('sso_start_url')).toBe(false);
    // Only what has a client of the SDK at all has something to leave out.
    const hasClient = !WITHOUT_CLIENT.includes(name);
    expect(bundle.includes('Left out of the bundle')).toBe(hasClient);
    expect(bundle.includes('aws-sdk')).toBe(hasClient);
  });
});
