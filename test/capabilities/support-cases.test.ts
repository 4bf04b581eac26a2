import { expect, test } from 'vitest';
import { SupportCases } from '#lib/capabilities/support-cases.ts';
import { Reports } from '#lib/platform/reports.ts';
import { aHubWith } from '#test/capabilities/a-hub-with.ts';
import { anOrganization, HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

function someCases(settings: ReturnType<typeof someSettings>) {
  return aHubWith(settings, (stack, hub) => {
    const support = settings.support as NonNullable<typeof settings.support>;
    new SupportCases(stack, 'SupportCases', { hub, support, reports: new Reports(stack, 'Reports') });
  });
}

const own = someCases(anOrganization({ support: { everyMinutes: 15, rawReaders: ['break-glass'] } }));
const lone = someCases(
  someSettings({
    hub: { account: HUB_ACCOUNT, region: 'us-gov-east-1' },
    support: { attachments: false, permits: false },
  }),
);

const actionsOf = (one: typeof own) => Object.keys(one.permissionsOf('SupportCasesSyncRole'));
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const policyOf = (one: typeof own, bucket: string) => {
  const policies = one.template.findResources('AWS::S3::BucketPolicy', {
    Properties: { Bucket: { Ref: one.idOf('AWS::S3::Bucket', bucket) } },
  });
  type Policy = { Properties: { PolicyDocument: { Statement: Record<string, unknown>[] } } };
  return (Object.values(policies)[0] as Policy).Properties.PolicyDocument.Statement;
};

test('an event invokes the function, whose two retries are the wait, and no queue is polled', () => {
  const deadLetters = own.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
  const sync = own.idOf('AWS::Lambda::Function', 'SupportCases');
  expectResource(own.template, 'AWS::Events::Rule', {
    EventPattern: { source: ['aws.support'], 'detail-type': ['Support Case Update'] },
    Targets: [{ Arn: arnOf(sync), DeadLetterConfig: { Arn: arnOf(deadLetters) } }],
  });
  expectResource(own.template, 'AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: sync },
    MaximumRetryAttempts: 2,
    DestinationConfig: { OnFailure: { Destination: arnOf(deadLetters) } },
  });
  expectCounts(own.template, { 'AWS::Lambda::EventSourceMapping': 0 });
});

test('accounts are swept as often as the settings say, and measured once a day', () => {
  expectResource(own.template, 'AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(15 minutes)',
    Target: { Input: '{"kind":"sweep","run":"<aws.scheduler.execution-id>"}' },
  });
  expectResource(own.template, 'AWS::Scheduler::Schedule', { Target: { Input: '{"kind":"report"}' } });
});

test('the raw store opens to the function and to the roles of the settings alone', () => {
  expect(policyOf(own, 'SupportCasesRawBucket')).toContainEqual(
    expect.objectContaining({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Condition: {
        ArnNotEquals: {
          'aws:PrincipalArn': [
            arnOf(own.idOf('AWS::IAM::Role', 'SupportCasesSyncRole')),
            expect.objectContaining({ 'Fn::Join': ['', expect.arrayContaining([':role/break-glass'])] }),
          ],
        },
      },
    }),
  );
});

test('what was written down of readers cannot be deleted', () => {
  const [statement] = policyOf(own, 'SupportCasesRedactedBucket').filter(({ Sid }) => Sid === 'StaysForGood');
  expect(statement).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
  expect(JSON.stringify(statement?.['Resource'])).toContain('/audit/*');
  expect(statement?.['Action']).toContain('s3:DeleteObject');
});

test('a lone account is asked by the own role of the function, for what the settings want alone', () => {
  const asked = actionsOf(lone).filter((action) => action.startsWith('support'));
  expect(asked.sort()).toEqual(['support:DescribeCases', 'support:DescribeCommunications']);
  expect(actionsOf(lone)).not.toContain('sts:AssumeRole');
  expect(actionsOf(own)).toContain('sts:AssumeRole');
});

test('the function never answers, opens or closes a case, and never approves', () => {
  const writes =
    /support:(?:Create|Add|Resolve|Complete)|supportauthz:(?:Create|Accept|Reject|Delete|Update)/;
  expect(JSON.stringify([own.template, lone.template])).not.toMatch(writes);
});

test('it knows where Support answers, and how accounts let themselves be read', () => {
  expect(own.settingsOf('SupportCases')).toMatchObject({
    months: 24,
    regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
    organization: {
      managementAccount: MANAGEMENT_ACCOUNT,
      reader: { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' },
    },
  });
  expect(lone.settingsOf('SupportCases')).toMatchObject({ regions: ['us-gov-west-1'], attachments: false });
  expect(own.settingsOf('SupportCases')).not.toHaveProperty('rawReaders');
});
