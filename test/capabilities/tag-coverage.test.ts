import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { TagCoverage } from '#lib/capabilities/tag-coverage.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { Reports } from '#lib/platform/reports.ts';
import { aHubWith } from '#test/capabilities/a-hub-with.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

const TAGS = {
  required: [{ key: 'Owner', purpose: 'who is called' }],
  types: ['AWS::S3::Bucket', 'AWS::SQS::Queue'],
};

function aCoverage(settings: ReturnType<typeof someSettings>) {
  return aHubWith(settings, (stack, hub) => {
    const findings = new Table(stack, 'Findings', {
      partitionKey: { name: 'account', type: AttributeType.STRING },
    });
    const tags = settings.tags as NonNullable<typeof settings.tags>;
    const tagEvents = new Queue(stack, 'TagEvents');
    new TagCoverage(stack, 'TagCoverage', {
      hub,
      tags,
      reports: new Reports(stack, 'Reports'),
      findings,
      tagEvents,
    });
  });
}

const own = aCoverage(anOrganization({ tags: TAGS, accountDirectory: { ownerTag: 'team' } }));
const named = aCoverage(anOrganization({ tags: { ...TAGS, aggregator: 'everything' } }));
const lone = aCoverage(someSettings({ hub: { account: HUB_ACCOUNT, region: 'eu-north-1' }, tags: TAGS }));

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const actionsOf = (one: typeof own, service: string) =>
  Object.entries(one.permissionsOf('TagCoverageSweepRole')).filter(([action]) => action.startsWith(service));

test('once a day the function runs at once, by no queue that would have to be asked all day', () => {
  const deadLetters = own.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
  const sweep = own.idOf('AWS::Lambda::Function', 'TagCoverage');
  expectResource(own.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(50 4 * * ? *)',
    Target: { Arn: arnOf(sweep), DeadLetterConfig: { Arn: arnOf(deadLetters) } },
  });
  expectResource(own.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: sweep },
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
  expectCounts(own.template, { 'AWS::CloudWatch::Alarm': 0, 'AWS::Lambda::EventSourceMapping': 0 });
});

test('an aggregator of the whole Organization and all Regions is made, which AWS Config fills with a role', () => {
  const role = own.idOf('AWS::IAM::Role', 'TagCoverageEverythingRole');
  expectResource(own.template, 'AWS::Config::ConfigurationAggregator', {
    ConfigurationAggregatorName: 'ReeveHub-tags',
    OrganizationAggregationSource: { AllAwsRegions: true, RoleArn: arnOf(role) },
  });
  const arn = {
    'Fn::GetAtt': [
      own.idOf('AWS::Config::ConfigurationAggregator', 'TagCoverage'),
      'ConfigurationAggregatorArn',
    ],
  };
  expect(Object.fromEntries(actionsOf(own, 'config:'))).toEqual({
    'config:DescribeConfigurationAggregatorSourcesStatus': JSON.stringify(arn),
    'config:SelectAggregateResourceConfig': JSON.stringify(arn),
  });
});

test('one that is there already is used, and none is made', () => {
  expectCounts(named.template, { 'AWS::Config::ConfigurationAggregator': 0 });
  expect(JSON.stringify(named.template.findResources('AWS::Lambda::Function'))).toContain(
    '"AGGREGATOR":"everything"',
  );
  expect(actionsOf(named, 'config:')[0]?.[1]).toContain(':config-aggregator/*');
});

test('a lone account gathers from itself, and is asked by the own role of the function', () => {
  expectResource(lone.template, 'AWS::Config::ConfigurationAggregator', {
    AccountAggregationSources: [{ AccountIds: [{ Ref: 'AWS::AccountId' }], AllAwsRegions: true }],
  });
  expect(actionsOf(lone, 'tag:').map(([action]) => action)).toEqual(['tag:GetResources']);
  expect([...actionsOf(lone, 'sts:')]).toEqual([]);
});

test('it knows the policy, whose word is proven of which types, and how accounts let themselves be read', () => {
  expect(own.settingsOf('TagCoverage')).toMatchObject({
    policy: { types: ['AWS::S3::Bucket', 'AWS::SQS::Queue'], tags: [{ key: 'Owner' }] },
    unprovenTypes: ['AWS::SQS::Queue'],
    ownerKey: 'team',
    regions: ['eu-west-3'],
    organization: {
      managementAccount: MANAGEMENT_ACCOUNT,
      reader: { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' },
    },
  });
  expect(lone.settingsOf('TagCoverage')).toMatchObject({ ownerKey: 'Owner' });
});

test('it writes its own files, reads what was told, and sends; nothing else', () => {
  const rights = own.permissionsOf('TagCoverageSweepRole');
  const policies = JSON.stringify(own.template.findResources('AWS::IAM::Policy'));

  for (const place of ['tables/report=tag-coverage/*', 'exports/required-tags/*', 'state/tag-coverage/*'])
    expect(policies).toContain(`/${place}`);
  expect(
    Object.keys(rights)
      .filter((action) => !/^(?:s3|config):|^sqs:GetQueue/.test(action))
      .sort(),
  ).toEqual(['dynamodb:Scan', 'sqs:SendMessage', 'sts:AssumeRole']);
});

test('each account lets its recorders and tags be read, where an Organization is measured', () => {
  const sharesOf = (settings: ReturnType<typeof someSettings>) =>
    memberShares(settings).filter(({ capability }) => capability === 'tag-coverage');

  expect(sharesOf(anOrganization({ tags: TAGS }))).toMatchObject([
    {
      reads: expect.arrayContaining([
        'tag:GetResources',
        'config:DescribeConfigurationRecorders',
      ]) as string[],
    },
  ]);
  expect(sharesOf(anOrganization({ tags: { ...TAGS, coverage: false } }))).toEqual([]);
  expect(sharesOf(someSettings({ hub: { region: 'eu-north-1' }, tags: TAGS }))).toEqual([]);
});
