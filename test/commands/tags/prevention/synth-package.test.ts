import { expect, onTestFinished, test } from 'vitest';
import { buildSynthPackage } from '#bin/commands/tags/prevention/build-synth-package.ts';
import { anOutsideApp } from '#test/commands/tags/prevention/an-outside-app.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

const policy = aPolicy({ tags: [aTag({ pattern: '[a-z]+' })] });

/** Compilers and the CDK's command line take seconds, on a busy machine many. */
const PATIENCE = 180_000;
const RIGHT = { OWNER: 'payments' };
const BARE = { status: 1, said: expect.stringContaining('The tag Owner is missing.') as string };

test(
  'cdk synth fails in an app of other people until its resources have their tags',
  async () => {
    const app = await anOutsideApp(policy, 'module');
    onTestFinished(app.remove);

    expect(app.compile()).toEqual({ status: 0, said: '' });
    for (const BY of ['validation', 'aspect']) {
      const bare = app.synth({ BY });
      expect(bare).toEqual(BARE);
      expect(bare.said).toContain("Tags.of(this).add('Owner', '<[a-z]+>');");
      expect(bare.said).toContain('Orders/Queue/Resource');
      expect(app.synth({ BY, ...RIGHT })).toMatchObject({ status: 0 });
    }
    expect(app.synth({ OWNER: 'Payments!' })).toMatchObject({ status: 1 });
    expect(app.synth({ LEVEL: 'warning' })).toEqual({ ...BARE, status: 0 });
  },
  PATIENCE,
);

test(
  'so it does in one that is CommonJS',
  async () => {
    const app = await anOutsideApp(policy, 'commonjs');
    onTestFinished(app.remove);

    expect(app.compile()).toEqual({ status: 0, said: '' });
    expect(app.synth({})).toEqual(BARE);
    expect(app.synth(RIGHT)).toMatchObject({ status: 0 });
  },
  PATIENCE,
);

test('the package needs nothing but the CDK, and another policy is another version of it', async () => {
  const { files, tarball } = await buildSynthPackage(policy);
  const manifest = JSON.parse(files['package.json'] ?? '') as { version: string };

  expect(manifest).toMatchObject({
    version: expect.stringMatching(/^0\.1\.0-policy-[0-9a-f]{8}$/) as string,
  });
  expect(manifest).not.toHaveProperty('dependencies');
  const required = [...(files['index.js'] ?? '').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
  expect(new Set(required)).toEqual(new Set(['aws-cdk-lib']));
  expect(tarball).toBe(`reeve-required-tags-${manifest.version}.tgz`);
  expect((await buildSynthPackage(policy)).tarball).toBe(tarball);
  expect((await buildSynthPackage({ ...policy, ous: ['/prod'] })).tarball).not.toBe(tarball);
});
