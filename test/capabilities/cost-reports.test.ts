import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allCostTables } from '#lambdas/contracts/cost-tables.ts';
import { aHub } from '#test/capabilities/a-hub.ts';
import { HUB_ACCOUNT, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { expectCounts, expectResource } from '#test/stacks/expect-resource.ts';

const ORGANIZATION = {
  hub: { account: HUB_ACCOUNT, region: 'eu-north-1' },
  organization: { id: 'o-exampletown1', managementAccount: MANAGEMENT_ACCOUNT, targets: ['r-town'] },
};
const costs = { dailyAt: 7, closeDay: 9, tags: ['team'], caps: { run: 20 } };
const hub = aHub({ ...ORGANIZATION, accounts: [{ id: '111122223333' }], costs });
const lone = aHub({ hub: { account: '111122223333', region: 'eu-north-1' }, costs: {} });

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const queue = hub.idOf('AWS::SQS::Queue', 'CostReportsRunsQueue');
const missed = hub.idOf('AWS::SQS::Queue', 'MissedRunsDeadLetters');
const bucket = hub.idOf('AWS::S3::Bucket', 'Reports');
const actionsOf = (one: typeof hub, service: string) =>
  Object.entries(one.permissionsOf('CostReportsRunRole')).filter(([action]) => action.startsWith(service));

test('runs wait in one FIFO queue, which knows a repeat by what it says: Scheduler cannot', () => {
  expectResource(hub.template, 'AWS::SQS::Queue', {
    FifoQueue: true,
    ContentBasedDeduplication: true,
    VisibilityTimeout: 6 * 900,
    RedrivePolicy: {
      deadLetterTargetArn: arnOf(hub.idOf('AWS::SQS::Queue', 'CostReportsRunsDeadLetters')),
      maxReceiveCount: 30,
    },
  });
  expectResource(hub.template, 'AWS::Lambda::EventSourceMapping', {
    EventSourceArn: arnOf(queue),
    BatchSize: 1,
  });
});

describe.each([
  { set: 'daily', expression: 'cron(0 7 * * ? *)', id: 'Daily' },
  { set: 'monthly', expression: 'cron(30 7 9 * ? *)', id: 'Monthly' },
])('the $set run', ({ set, expression, id }) => {
  test(`is started by ${expression}, behind the run before it`, () => {
    expectResource(hub.template, 'AWS::Scheduler::Schedule', {
      ScheduleExpression: expression,
      Target: {
        Arn: arnOf(queue),
        Input: JSON.stringify({ kind: 'run', set, at: '<aws.scheduler.scheduled-time>' }),
        SqsParameters: { MessageGroupId: 'cost-explorer' },
        RoleArn: arnOf(hub.idOf('AWS::IAM::Role', `CostReportsSchedules${id}Role`)),
        DeadLetterConfig: { Arn: arnOf(missed) },
      },
    });
  });
});

test('the function has a gigabyte and all the time that Lambda gives', () => {
  expectResource(hub.template, 'AWS::Lambda::Function', {
    MemorySize: 1024,
    Timeout: 900,
    Environment: {
      Variables: {
        REPORT_BUCKET: { Ref: bucket },
        COST_QUEUE_URL: { Ref: queue },
        ALERTS_QUEUE_URL: { Ref: hub.idOf('AWS::SQS::Queue', 'AlertsQueue') },
        ACCOUNT_ID: { Ref: 'AWS::AccountId' },
        HOME_REGION: { Ref: 'AWS::Region' },
      },
    },
  });
});

test('of an Organization it asks through the role of the management account, by its external id, and has no other', () => {
  expect(hub.settingsOf('CostReports')).toMatchObject({
    view: 'organization',
    payer: MANAGEMENT_ACCOUNT,
    readerRole: {
      arn: `arn:aws:iam::${MANAGEMENT_ACCOUNT}:role/reeve-cost-reader`,
      externalId: 'reeve/ReeveHub',
    },
    tags: ['team'],
    historyMonths: 13,
    caps: { run: 20, month: 400 },
    accounts: [{ id: '111122223333', tags: {} }],
  });
  expect(actionsOf(hub, 'ce:')).toEqual([]);
  expect(actionsOf(hub, 'sts:')).toEqual([
    ['sts:AssumeRole', JSON.stringify(`arn:aws:iam::${MANAGEMENT_ACCOUNT}:role/reeve-cost-reader`)],
  ]);
  // The trust knows it by this name.
  expectResource(hub.template, 'AWS::IAM::Role', { RoleName: 'reeve-cost-reports' });
});

test.each([
  ['a lone account', lone],
  [
    'an Organization of which it is to see the hub account alone',
    aHub({ ...ORGANIZATION, costs: { view: 'account' } }),
  ],
])('in %s it asks with its own role, by named actions that read', (_, one) => {
  const costActions = actionsOf(one, 'ce:');

  expect(one.settingsOf('CostReports')).toMatchObject({ view: 'account' });
  expect(one.settingsOf('CostReports')).not.toHaveProperty('readerRole');
  expect(actionsOf(one, 'sts:')).toEqual([]);
  expect(costActions.map(([action]) => action)).toContain('ce:GetCostAndUsage');
  expect(costActions.filter(([action]) => !/^ce:Get[A-Z]\w+$/.test(action))).toEqual([]);
  expect(Object.fromEntries(costActions)['ce:GetCostAndUsage']).toMatch(/billing::.*:billingview\/primary/);
});

test('an export is read where it lies, and Cost Explorer is asked by nobody', () => {
  const focus = { bucket: 'town-exports', prefix: 'exports/focus' };
  const one = aHub({ ...ORGANIZATION, costs: { focus } });

  expect(one.settingsOf('CostReports')).toMatchObject({ focus });
  expect([...actionsOf(one, 'ce:'), ...actionsOf(one, 'sts:')]).toEqual([]);
  expectResource(one.template, 'AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: 's3:GetObject',
          Resource: partitioned(':s3:::town-exports/exports/focus/*'),
        }),
        Match.objectLike({
          Action: 's3:ListBucket',
          Resource: partitioned(':s3:::town-exports'),
          Condition: { StringLike: { 's3:prefix': 'exports/focus/*' } },
        }),
      ]),
    },
  });
});

test('files lie in the bucket of the stack; it deletes none', () => {
  expect(Object.fromEntries(actionsOf(hub, 's3:'))).toEqual({
    's3:GetObject': JSON.stringify(filesOf(bucket)),
    's3:PutObject': JSON.stringify(filesOf(bucket)),
    's3:AbortMultipartUpload': JSON.stringify(filesOf(bucket)),
    's3:ListBucket': JSON.stringify(arnOf(bucket)),
  });
  expect(hub.template.toJSON()).toMatchObject({ Outputs: { ReportBucket: { Value: { Ref: bucket } } } });
});

test('what shows alerts may read the pictures among them and nothing else', () => {
  const permissions = hub.permissionsOf('ChatDelivery');

  expect(permissions['s3:GetObject']).toBe(JSON.stringify(filesOf(bucket, 'exports/*.png')));
  expect(Object.keys(permissions).filter((action) => action.startsWith('s3:'))).toEqual(['s3:GetObject']);
});

test('Athena finds every table, whatever the settings choose, and questions to begin with', () => {
  expectCounts(hub.template, { 'AWS::Glue::Table': allCostTables().length, 'AWS::Athena::WorkGroup': 1 });
  expect(Object.keys(hub.template.findResources('AWS::Athena::NamedQuery')).length).toBeGreaterThan(3);
});

function filesOf(id: string, files = '*') {
  return { 'Fn::Join': ['', [arnOf(id), `/${files}`]] };
}

function partitioned(rest: string) {
  return { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, rest]] };
}
