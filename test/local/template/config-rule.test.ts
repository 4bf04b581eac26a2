import { describe, expect, test } from 'vitest';
import type { TemplateResource } from '#local/template/template.ts';
import { aPolicy } from '#test/local/config-rules/a-policy.ts';
import { loadResources } from './an-assembly.ts';

const TYPES = ['AWS::EC2::Volume', 'AWS::S3::Bucket'];
const POLICY = aPolicy(TYPES);
const SOURCE = {
  Owner: 'CUSTOM_POLICY',
  SourceDetails: [{ EventSource: 'aws.config', MessageType: 'ConfigurationItemChangeNotification' }],
  CustomPolicyDetails: { PolicyRuntime: 'guard-2.x.x', PolicyText: POLICY, EnableDebugLogDelivery: false },
};

const aRule = (over: Record<string, unknown> = {}): TemplateResource => ({
  Type: 'AWS::Config::ConfigRule',
  Properties: {
    ConfigRuleName: 'required-tags-1',
    Description: 'Everything has an owner.',
    Scope: { ComplianceResourceTypes: TYPES },
    EvaluationModes: [{ Mode: 'DETECTIVE' }],
    Source: SOURCE,
    ...over,
  },
});
const anAggregator = (over: Record<string, unknown>): TemplateResource => ({
  Type: 'AWS::Config::ConfigurationAggregator',
  Properties: { ConfigurationAggregatorName: 'all', ...over },
});

describe('a rule of AWS Config', () => {
  test('is read with its policy and types', () => {
    expect(loadResources({ Rule: aRule() }).configRules).toEqual([
      {
        logicalId: 'Rule',
        name: 'required-tags-1',
        arn: expect.stringMatching(
          /^arn:aws:config:eu-central-1:111122223333:config-rule\/config-rule-[0-9a-f]{6}$/,
        ) as string,
        account: '111122223333',
        region: 'eu-central-1',
        types: TYPES,
        check: { kind: 'guard', policy: POLICY },
      },
    ]);
  });

  test.each([{ tag1Key: 'Owner', tag2Key: 'Stage' }, '{"tag1Key":"Owner","tag2Key":"Stage"}'])(
    'of AWS takes parameters, be they JSON or text: %o',
    (InputParameters) => {
      const managed = aRule({ InputParameters, Source: { Owner: 'AWS', SourceIdentifier: 'REQUIRED_TAGS' } });
      expect(loadResources({ Rule: managed }).configRules[0]?.check).toEqual({
        kind: 'required-tags',
        parameters: { tag1Key: 'Owner', tag2Key: 'Stage' },
      });
    },
  );

  test.each<[string, Record<string, unknown>]>([
    [
      'has more than 100 resource types',
      { Scope: { ComplianceResourceTypes: Array(101).fill('AWS::X::Y') } },
    ],
    [
      'is not guard-2.x.x',
      { Source: { ...SOURCE, CustomPolicyDetails: { PolicyRuntime: 'guard-3', PolicyText: '' } } },
    ],
    [
      'has more than 10000 characters',
      {
        Source: {
          ...SOURCE,
          CustomPolicyDetails: { PolicyRuntime: 'guard-2.x.x', PolicyText: '#'.repeat(10_001) },
        },
      },
    ],
    [
      'does not trigger',
      { Source: { ...SOURCE, SourceDetails: [{ MessageType: 'ScheduledNotification' }] } },
    ],
    ['must say that changes trigger', { Source: { ...SOURCE, SourceDetails: [] } }],
    ['CUSTOM_LAMBDA x is not emulated', { Source: { Owner: 'CUSTOM_LAMBDA', SourceIdentifier: 'x' } }],
    [
      'tag7Key is none of REQUIRED_TAGS',
      { InputParameters: { tag7Key: 'x' }, Source: { Owner: 'AWS', SourceIdentifier: 'REQUIRED_TAGS' } },
    ],
    ['TagKey is not emulated', { Scope: { TagKey: 'x' } }],
  ])('that %s is refused', (problem, over) => {
    expect(() => loadResources({ Rule: aRule(over) })).toThrow(problem.replace('TagKey is', 'is'));
  });
});

describe('where AWS Config has no recorder', () => {
  const stackSet: TemplateResource = {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: {
      StackSetName: 'tags',
      PermissionModel: 'SERVICE_MANAGED',
      StackInstancesGroup: [{ DeploymentTargets: {}, Regions: ['eu-west-1', 'us-east-1'] }],
      TemplateBody: JSON.stringify({ Resources: { Rule: aRule(), Topic: { Type: 'AWS::SNS::Topic' } } }),
    },
  };
  const members = ['111122223333', '444455556666'];
  const hasRecorder = (account: string, region: string) =>
    account !== '111122223333' || region !== 'us-east-1';

  test('a stack of rules fails with all that is in it, and the others are made (superwerker#291)', () => {
    const { configRules, topics, stackInstances } = loadResources({ It: stackSet }, { members, hasRecorder });
    expect(configRules.map(({ account, region }) => `${account}/${region}`)).toEqual([
      '111122223333/eu-west-1',
      '444455556666/eu-west-1',
      '444455556666/us-east-1',
    ]);
    expect(topics).toHaveLength(3);
    expect(stackInstances.filter(({ failure }) => failure)).toEqual([
      {
        stackSet: 'tags',
        account: '111122223333',
        region: 'us-east-1',
        failure: expect.stringContaining('NoAvailableConfigurationRecorderException') as string,
      },
    ]);
  });

  test('an ordinary stack of rules cannot be deployed', () => {
    expect(() => loadResources({ Rule: aRule() }, { hasRecorder: () => false })).toThrow(
      'NoAvailableConfigurationRecorderException',
    );
  });

  test('a stack without rules does not care', () => {
    const topic = { Type: 'AWS::SNS::Topic' };
    expect(loadResources({ Topic: topic }, { hasRecorder: () => false }).topics).toHaveLength(1);
  });
});

describe('an aggregator', () => {
  const place = { logicalId: 'It', name: 'all', account: '111122223333', region: 'eu-central-1' };
  const role = { RoleArn: 'arn:aws:iam::111122223333:role/x' };

  test.each<[string, Record<string, unknown>, object]>([
    ['the Organization', { OrganizationAggregationSource: { ...role, AllAwsRegions: true } }, {}],
    [
      'some Regions',
      { OrganizationAggregationSource: { ...role, AwsRegions: ['eu-west-1'] } },
      { regions: ['eu-west-1'] },
    ],
    [
      'some accounts',
      { AccountAggregationSources: [{ AccountIds: ['444455556666'], AllAwsRegions: true }] },
      { accounts: ['444455556666'] },
    ],
  ])('of %s is read', (_, over, expected) => {
    expect(loadResources({ It: anAggregator(over) }).aggregators).toEqual([{ ...place, ...expected }]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['without a source', {}],
    [
      'with Regions and all Regions',
      { OrganizationAggregationSource: { ...role, AllAwsRegions: true, AwsRegions: ['a'] } },
    ],
    ['without Regions', { OrganizationAggregationSource: role }],
  ])('%s is refused', (_, over) => {
    expect(() => loadResources({ It: anAggregator(over) })).toThrow('is needed, not both');
  });
});
