import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { describe, expect, test } from 'vitest';
import type { Settings } from '#lib/settings.ts';
import { addStacks } from '#lib/stacks/add-stacks.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

/** What is read of an app while its assembly is there. */
function synthesized<Result>(settings: Settings, read: (assembly: CloudAssembly) => Result): Result {
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-stacks-'));
  try {
    const app = new App({ outdir, builtinCloudFormationValidation: false });
    addStacks(app, settings);
    return read(app.synth());
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Each stack with the account and Region that it is for. */
function stacksOf(settings: Settings): Record<string, string> {
  return synthesized(settings, ({ stacks }) =>
    Object.fromEntries(
      stacks.map(({ id, environment: { account, region } }) => [id, `${account} ${region}`]),
    ),
  );
}

test('in an Organization: hub and StackSets in the hub account, all else in the management account', () => {
  expect(stacksOf(anOrganization())).toEqual({
    ReeveHub: `${HUB_ACCOUNT} eu-north-1`,
    ReeveMembers: `${HUB_ACCOUNT} eu-north-1`,
    ReeveManagement: `${MANAGEMENT_ACCOUNT} us-east-1`,
    'ReeveMember-us-east-1': `${MANAGEMENT_ACCOUNT} us-east-1`,
    'ReeveMember-eu-north-1': `${MANAGEMENT_ACCOUNT} eu-north-1`,
    'ReeveMember-eu-west-3': `${MANAGEMENT_ACCOUNT} eu-west-3`,
    'ReeveMember-us-west-2': `${MANAGEMENT_ACCOUNT} us-west-2`,
  });
});

test('in GovCloud its own global and backup Regions', () => {
  const settings = anOrganization({ hub: { account: HUB_ACCOUNT, region: 'us-gov-east-1' }, regions: [] });

  expect(stacksOf(settings)).toEqual({
    ReeveHub: `${HUB_ACCOUNT} us-gov-east-1`,
    ReeveMembers: `${HUB_ACCOUNT} us-gov-east-1`,
    ReeveManagement: `${MANAGEMENT_ACCOUNT} us-gov-west-1`,
    'ReeveMember-us-gov-west-1': `${MANAGEMENT_ACCOUNT} us-gov-west-1`,
    'ReeveMember-us-gov-east-1': `${MANAGEMENT_ACCOUNT} us-gov-east-1`,
  });
});

test('a lone account has no StackSet, and a stack for each Region that matters', () => {
  const settings = someSettings({
    hub: { account: HUB_ACCOUNT, region: 'us-east-1' },
    regions: ['eu-west-3'],
  });

  expect(stacksOf(settings)).toEqual({
    ReeveHub: `${HUB_ACCOUNT} us-east-1`,
    'ReeveMember-us-east-1': `${HUB_ACCOUNT} us-east-1`,
    'ReeveMember-eu-west-3': `${HUB_ACCOUNT} eu-west-3`,
    'ReeveMember-us-west-2': `${HUB_ACCOUNT} us-west-2`,
  });
});

test('a lone account may leave its id to the credentials', () => {
  expect(stacksOf(someSettings({ hub: { region: 'eu-north-1' } }))).toMatchObject({
    ReeveHub: 'unknown-account eu-north-1',
    'ReeveMember-us-east-1': 'unknown-account us-east-1',
  });
});

test('without a word on where, the hub alone goes where the credentials lead', () => {
  expect(stacksOf(someSettings())).toEqual({ ReeveHub: 'unknown-account unknown-region' });
});

test('where accounts may not use the Region of the copies, nothing is put there', () => {
  expect(Object.keys(stacksOf(anOrganization({ health: { backup: false } })))).not.toContain(
    'ReeveMember-us-west-2',
  );
});

test('without any rule a Region gets nothing: an empty template would fail', () => {
  const settings = anOrganization({ health: undefined, heartbeat: undefined });

  expect(Object.keys(stacksOf(settings)).sort()).toEqual([
    'ReeveHub',
    'ReeveManagement',
    'ReeveMember-us-east-1',
    'ReeveMembers',
  ]);
});

describe('what is deployed where nobody ran a bootstrap', () => {
  const manifest = (settings: Settings) =>
    synthesized(settings, ({ stacks }) =>
      stacks.map(({ id, assumeRoleArn, cloudFormationExecutionRoleArn, dependencies }) => ({
        id,
        roles: [assumeRoleArn, cloudFormationExecutionRoleArn].filter((role) => role !== undefined),
        after: dependencies.map((dependency) => dependency.id),
      })),
    );

  test('is deployed with the credentials of who deploys it, by no role of a bootstrap', () => {
    for (const { id, roles } of manifest(anOrganization())) {
      const isBootstrapped = ['ReeveHub', 'ReeveMembers'].includes(id);
      expect(roles.length > 0, id).toBe(isBootstrapped);
    }
  });

  test('in a lone account comes after the hub, else its first heartbeat would meet no bus', () => {
    const stacks = manifest(someSettings({ hub: { region: 'eu-north-1' }, heartbeat: {} }));

    for (const { id, after } of stacks) expect(after.includes('ReeveHub'), id).toBe(id !== 'ReeveHub');
  });

  test('in an Organization waits for nothing that takes other credentials', () => {
    const stacks = manifest(anOrganization());

    expect(stacks.find(({ id }) => id === 'ReeveMembers')?.after).toContain('ReeveHub');
    expect(
      stacks.filter(({ id }) => /^ReeveMember-|Management/.test(id)).flatMap(({ after }) => after),
    ).toEqual([]);
  });
});
