import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { MembersStack } from '#lib/stacks/members-stack.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

type StackSet = {
  StackSetName: string;
  CallAs: string;
  PermissionModel: string;
  AutoDeployment: { Enabled: boolean; RetainStacksOnAccountRemoval: boolean; DependsOn?: unknown[] };
  OperationPreferences: Record<string, unknown>;
  StackInstancesGroup: { DeploymentTargets: { OrganizationalUnitIds: string[] }; Regions: string[] }[];
  TemplateBody: string;
};

function stackSetsOf(...given: Parameters<typeof anOrganization>): Record<string, StackSet> {
  const settings = anOrganization(...given);
  const { templates } = synthesize(
    (app) => new MembersStack(app, 'ReeveMembers', { settings, hubStack: 'ReeveHub' }),
  );
  const found = (templates['ReeveMembers'] as Template).findResources('AWS::CloudFormation::StackSet');
  const all = Object.values(found).map((resource) => resource['Properties'] as StackSet);
  return Object.fromEntries(
    all.map((stackSet) => [stackSet.StackSetName.replace('ReeveHub-', ''), stackSet]),
  );
}

test('each part of the members is a StackSet with its Regions, for the accounts of the targets', () => {
  const targets = ['ou-town-harbour1', 'ou-town-market12'];
  const stackSets = stackSetsOf({ regions: ['ap-south-1'] }, { targets });
  const regions = Object.fromEntries(
    Object.entries(stackSets).map(
      ([
        name,
        {
          StackInstancesGroup: [group],
        },
      ]) => [name, group?.Regions],
    ),
  );

  expect(regions).toEqual({
    global: ['us-east-1'],
    regional: ['ap-south-1', 'eu-north-1'],
    backup: ['us-west-2'],
  });
  for (const { StackInstancesGroup } of Object.values(stackSets)) {
    expect(
      StackInstancesGroup.map(({ DeploymentTargets }) => DeploymentTargets.OrganizationalUnitIds),
    ).toEqual([targets]);
  }
});

test('new accounts get them by themselves, first the role that the hub reads with', () => {
  const { global, regional, backup } = stackSetsOf();

  expect(global?.AutoDeployment).toEqual({ Enabled: true, RetainStacksOnAccountRemoval: false });
  for (const later of [regional, backup]) {
    expect(later?.AutoDeployment).toMatchObject({ Enabled: true });
    // Whoever made it, a StackSet of an Organization belongs to the management account.
    expect(JSON.stringify(later?.AutoDeployment.DependsOn)).toContain(`:${MANAGEMENT_ACCOUNT}:stackset/`);
    expect(JSON.stringify(later?.AutoDeployment.DependsOn)).toContain(
      '{"Fn::GetAtt":["Global","StackSetId"]}',
    );
  }
});

test('a hub that is a delegated administrator says so, the management account does not', () => {
  for (const [account, callAs] of [
    [HUB_ACCOUNT, 'DELEGATED_ADMIN'],
    [MANAGEMENT_ACCOUNT, 'SELF'],
  ] as const) {
    const stackSets = Object.values(stackSetsOf({ hub: { account, region: 'eu-north-1' } }));
    expect(new Set(stackSets.map(({ CallAs }) => CallAs))).toEqual(new Set([callAs]));
  }
});

test('an account that leaves keeps its stacks only if the settings say so', () => {
  const stackSets = Object.values(stackSetsOf({}, { retainOnLeaving: true }));

  expect(stackSets.every(({ AutoDeployment }) => AutoDeployment.RetainStacksOnAccountRemoval)).toBe(true);
});

test('one account that fails stops no other, unless the settings say so', () => {
  const preferences = (over = {}) => stackSetsOf({}, over)['global']?.OperationPreferences;

  expect(preferences()).toMatchObject({ FailureTolerancePercentage: 100, RegionConcurrencyType: 'PARALLEL' });
  expect(preferences({ failureTolerancePercentage: 5, maxConcurrentPercentage: 50 })).toMatchObject({
    FailureTolerancePercentage: 5,
    MaxConcurrentPercentage: 50,
  });
});

test('nobody gets a role that may change something while no capability does', () => {
  expect(Object.keys(stackSetsOf({}, { writerTargets: ['ou-town-harbour1'] }))).not.toContain('writer');
});

test('a change of the settings changes what the members get, by a deployment alone', () => {
  const bodyOf = (given: Parameters<typeof anOrganization>[0]) =>
    stackSetsOf(given)['regional']?.TemplateBody;

  expect(bodyOf({ heartbeat: undefined })).not.toBe(bodyOf({}));
  expect(bodyOf({ health: undefined })).not.toContain('aws.health');
  expect(bodyOf({ health: { quietAfterDays: 3 } })).toBe(bodyOf({}));
});
