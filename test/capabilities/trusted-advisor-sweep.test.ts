import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { TrustedAdvisorSweep } from '#lib/capabilities/trusted-advisor-sweep.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { Reports } from '#lib/platform/reports.ts';
import { aHubWith } from '#test/capabilities/a-hub-with.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

const CALLS = [
  'support:DescribeTrustedAdvisorCheckResult',
  'support:DescribeTrustedAdvisorCheckSummaries',
  'support:DescribeTrustedAdvisorChecks',
  'support:RefreshTrustedAdvisorCheck',
  'trustedadvisor:ListChecks',
];

function aSweep(settings: ReturnType<typeof someSettings>) {
  return aHubWith(settings, (stack, hub) => {
    const items = new Table(stack, 'Items', {
      partitionKey: { name: 'account', type: AttributeType.STRING },
    });
    new TrustedAdvisorSweep(stack, 'TrustedAdvisorSweep', {
      hub,
      advisor: settings.trustedAdvisor as NonNullable<typeof settings.trustedAdvisor>,
      reports: new Reports(stack, 'Reports'),
      items,
      advisorEvents: new Queue(stack, 'AdvisorEvents'),
    });
  });
}

const own = aSweep(anOrganization({ trustedAdvisor: {} }));
const lone = aSweep(
  someSettings({
    hub: { account: HUB_ACCOUNT, region: 'us-gov-east-1' },
    trustedAdvisor: { refreshAfterHours: false },
  }),
);

const actionsOf = (one: typeof own) => Object.keys(one.permissionsOf('TrustedAdvisorSweepRole'));
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

test('each hour the function runs at once, and is not tried again before the next', () => {
  const deadLetters = own.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
  const sweep = own.idOf('AWS::Lambda::Function', 'TrustedAdvisorSweep');
  expectResource(own.template, 'AWS::Lambda::Function', { Timeout: 900, MemorySize: 1024 });
  expectResource(own.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(1 hour)',
    Target: { Arn: arnOf(sweep), DeadLetterConfig: { Arn: arnOf(deadLetters) } },
  });
  expectResource(own.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: sweep },
    MaximumRetryAttempts: 0,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
  expectCounts(own.template, { 'AWS::Lambda::EventSourceMapping': 0 });
});

test('it writes its own files and rows, and sends; nothing else', () => {
  expect(
    actionsOf(own)
      .filter((action) => !/^s3:|^sqs:GetQueue/.test(action))
      .sort(),
  ).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    'sqs:SendMessage',
    'sts:AssumeRole',
  ]);
  const policies = JSON.stringify(own.template.findResources('AWS::IAM::Policy'));
  for (const place of [
    'tables/report=trusted-advisor-items/*',
    'tables/report=trusted-advisor-accounts/*',
    'exports/trusted-advisor-items/*',
    'state/trusted-advisor-sweep/*',
  ])
    expect(policies).toContain(`/${place}`);
});

test('members let Trusted Advisor be read; a lone account is asked by the own role of the function', () => {
  const share = memberShares(anOrganization({ trustedAdvisor: {} })).find(
    ({ capability }) => capability === 'trusted-advisor-sweep',
  );
  expect(share?.reads.toSorted()).toEqual(CALLS);
  expect(
    actionsOf(lone)
      .filter((action) => /^(?:support|trustedadvisor):/.test(action))
      .sort(),
    // It refreshes nothing.
  ).toEqual(CALLS.filter((action) => action !== 'support:RefreshTrustedAdvisorCheck'));
  expect(actionsOf(lone)).not.toContain('sts:AssumeRole');
});

test('it knows what is told, where Trusted Advisor is, and how accounts let themselves be read', () => {
  expect(own.settingsOf('TrustedAdvisorSweep')).toMatchObject({
    selection: { checks: ['*'], securityHub: false },
    refreshAfterHours: 24,
    globalRegion: 'us-east-1',
    organization: {
      managementAccount: MANAGEMENT_ACCOUNT,
      reader: { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' },
    },
  });
  expect(lone.settingsOf('TrustedAdvisorSweep')).toMatchObject({ globalRegion: 'us-gov-west-1' });
  expect(lone.settingsOf('TrustedAdvisorSweep')).not.toHaveProperty('refreshAfterHours');
});
