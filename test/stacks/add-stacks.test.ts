import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import type { Settings } from '#lib/settings.ts';
import { addStacks } from '#lib/stacks/add-stacks.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

/** Each stack with the account and Region that it is for. */
function stacksOf(settings: Settings): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-stacks-'));
  try {
    const app = new App({ outdir, builtinCloudFormationValidation: false });
    addStacks(app, settings);
    const { stacks } = app.synth();
    return Object.fromEntries(
      stacks.map(({ id, environment: { account, region } }) => [id, `${account} ${region}`]),
    );
  } finally {
    rmSync(outdir, { recursive: true });
  }
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
