import { describe, expect, test } from 'vitest';
import type { TemplateResource } from '#local/template/template.ts';
import { loadResources } from './an-assembly.ts';

const HUB_BUS = 'arn:aws:events:eu-central-1:111122223333:event-bus/hub';

/** A role in a path of its own, a rule that forwards with it, and another one in a single account. */
const MEMBER = {
  Conditions: { IsHub: { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, '111122223333'] } },
  Resources: {
    Forwarder: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Path: '/town/',
        AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] },
        Policies: [
          { PolicyName: 'Put', PolicyDocument: { Statement: [{ Effect: 'Allow', Resource: HUB_BUS }] } },
        ],
      },
    },
    Forward: rule({ source: ['town.crier'] }),
    OfTheHub: { ...rule({ source: ['town.hall'] }), Condition: 'IsHub' },
    Hourly: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: {
        ScheduleExpression: 'rate(1 hour)',
        Target: {
          Arn: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default' },
          RoleArn: { 'Fn::GetAtt': ['Forwarder', 'Arn'] },
          EventBridgeParameters: { Source: 'town.crier', DetailType: 'Hour' },
          Input: '{}',
        },
      },
    },
  },
};

function rule(EventPattern: object): TemplateResource {
  const RoleArn = { 'Fn::GetAtt': ['Forwarder', 'Arn'] };
  return {
    Type: 'AWS::Events::Rule',
    Properties: { EventPattern, Targets: [{ Id: 'hub', Arn: HUB_BUS, RoleArn }] },
  };
}

const aStackSet = (over: Record<string, unknown> = {}): TemplateResource => ({
  Type: 'AWS::CloudFormation::StackSet',
  Properties: {
    StackSetName: 'town',
    PermissionModel: 'SERVICE_MANAGED',
    CallAs: 'DELEGATED_ADMIN',
    Capabilities: ['CAPABILITY_IAM'],
    AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    ManagedExecution: { Active: true },
    OperationPreferences: { RegionConcurrencyType: 'PARALLEL' },
    StackInstancesGroup: [
      { DeploymentTargets: { OrganizationalUnitIds: ['r-a1b2'] }, Regions: ['eu-west-1', 'us-east-1'] },
    ],
    TemplateBody: JSON.stringify(MEMBER),
    ...over,
  },
});
const members = ['111122223333', '444455556666'];

describe('a StackSet', () => {
  const load = () => loadResources({ It: aStackSet() }, { members });

  test('makes its template a stack in each account and Region', () => {
    const buses = members.flatMap((account) =>
      ['eu-west-1', 'us-east-1'].map((region) => `arn:aws:events:${region}:${account}:event-bus/default`),
    );
    const estate = load();
    expect(estate.buses.map(({ arn }) => arn)).toEqual(buses);
    const forward = estate.rules.filter(({ logicalId }) => logicalId === 'Forward');
    expect(forward.map(({ busArn }) => busArn)).toEqual(buses);
    expect(estate.schedules.map(({ targetArn }) => targetArn)).toEqual(buses);
    expect(estate.schedules[0]).toMatchObject({
      stackName: expect.stringMatching(/^StackSet-town-[0-9a-f-]{36}$/) as string,
      event: { source: 'town.crier', detailType: 'Hour' },
    });
    expect(new Set(estate.schedules.map(({ name }) => name)).size).toBe(4);
  });

  test('makes a resource only where its condition holds', () => {
    const ofTheHub = load().rules.filter(({ logicalId }) => logicalId === 'OfTheHub');
    expect(ofTheHub.map(({ busArn }) => busArn.split(':')[4])).toEqual(['111122223333', '111122223333']);
  });

  test('gives each stack its own role, with path and policies, for its rules', () => {
    const { roles, rules } = load();
    expect(roles).toHaveLength(4);
    for (const { targets } of rules) {
      const role = roles.find(({ arn }) => arn === targets[0]?.roleArn);
      expect(role?.arn).toMatch(
        /^arn:aws:iam::\d{12}:role\/town\/StackSet-town-[0-9a-f-]+-Forwarder-\w{12}$/,
      );
      expect(role?.policies[0]?.Statement).toEqual([{ Effect: 'Allow', Resource: HUB_BUS }]);
    }
  });

  test('says why it leaves aside how AWS rolls stacks out', () => {
    expect(load().ignored.filter(({ type }) => type.endsWith('StackSet'))).toHaveLength(6);
  });
});

test('the parts of a StackSet that another one waits for are known', () => {
  const DependsOn = [{ 'Fn::Sub': 'stackset/${First.StackSetId}' }];
  const second = aStackSet({ StackSetName: 'second', AutoDeployment: { Enabled: true, DependsOn } });
  const { rules } = loadResources({ First: aStackSet(), Second: second }, { members: ['444455556666'] });
  expect(rules).toHaveLength(4);
});

test('without members there are no stacks', () => {
  expect(loadResources({ It: aStackSet() }, { members: [] }).rules).toEqual([]);
});

test('a template that is none is refused', () => {
  expect(() => loadResources({ It: aStackSet({ TemplateBody: '{}' }) })).toThrow('TemplateBody of It is not');
});
