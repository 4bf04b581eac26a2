import { invariant } from '#test/estate/invariant.ts';
import {
  type IamPolicy,
  permissionsIn,
  type Role,
  resourcePoliciesIn,
  type Statement,
} from '#test/estate/policy.ts';
import { listOf, propertiesOf, resourcesOf, type Template } from '#test/estate/template.ts';

const ROLE = 'AWS::IAM::Role';
const firstRole = (template: Template) => propertiesOf<Role>(template, ROLE, 'AlertDesk');
const grant = (template: Template, statement: Partial<Statement>) =>
  propertiesOf<IamPolicy>(template, 'AWS::IAM::Policy').PolicyDocument.Statement.push({
    Effect: 'Allow',
    ...statement,
  });

/** Resources with a wildcard that are needed, by the logical id of their policy, with the reason. */
const WILDCARDS_WITH_REASON = [
  {
    policy: /^AlertClockEveryMinuteRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["AlertClockFunctionD505EB7B","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^EcsAlertsRelayRole/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every account that an event comes from; each decides by its trust policy.',
  },
  {
    policy: /^EcsInventorySweepRole/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every account that is asked; each decides by its trust policy.',
  },
  ...['tables/report=ecs-services', 'exports/ecs-services'].map((folder) => ({
    policy: /^EcsInventorySweepRole/,
    resource: `{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/${folder}/*"]]}`,
    reason: 'A file for each day to come: their names are not known before.',
  })),
  {
    policy: /^EcsInventoryDailyRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["EcsInventorySweepFunctionE7ABA545","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^(?:RequiredTagsRelayRole|TagCoverageSweepRole|TrustedAdvisorAlertsRelayRole)/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every account with resources; each decides by its trust policy.',
  },
  ...['tag-coverage', 'required-tags'].flatMap((name) =>
    [`tables/report=${name}`, `exports/${name}`].map((folder) => ({
      policy: /^TagCoverageSweepRole/,
      resource: `{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/${folder}/*"]]}`,
      reason: 'A file for each day to come: their names are not known before.',
    })),
  ),
  {
    policy: /^TagCoverageSweepRole/,
    resource:
      '{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/state/tag-coverage/*"]]}',
    reason: 'What the sweep remembers, in files that it names.',
  },
  {
    policy: /^TrustedAdvisorSweepRole/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every account that is read; each decides by its trust policy.',
  },
  ...[
    'tables/report=trusted-advisor-items',
    'exports/trusted-advisor-items',
    'tables/report=trusted-advisor-accounts',
    'exports/trusted-advisor-accounts',
    'state/trusted-advisor-sweep',
  ].map((folder) => ({
    policy: /^TrustedAdvisorSweepRole/,
    resource: `{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/${folder}/*"]]}`,
    reason: 'Files of days and accounts to come: their names are not known before.',
  })),
  {
    policy: /^TrustedAdvisorSweepHourlyRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["TrustedAdvisorSweepFunctionC3B5B130","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^SupportCasesSyncRole/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every account whose cases are read; each decides by its trust policy.',
  },
  ...[
    ['SupportCasesRawBucketCEA94CF2', 'raw'],
    ['SupportCasesRawBucketCEA94CF2', 'attachments'],
    ['SupportCasesRedactedBucket7C10458E', 'redacted'],
    ['ReportsFilesBucketF0D64C06', 'state/support-cases'],
    ['ReportsFilesBucketF0D64C06', 'tables/report=support-cases'],
    ['ReportsFilesBucketF0D64C06', 'exports/support-cases'],
    ['ReportsFilesBucketF0D64C06', 'tables/report=support-accounts'],
    ['ReportsFilesBucketF0D64C06', 'exports/support-accounts'],
  ].map(([bucket, folder]) => ({
    policy: /^SupportCasesSyncRole/,
    resource: `{"Fn::Join":["",[{"Fn::GetAtt":["${bucket}","Arn"]},"/${folder}/*"]]}`,
    reason: 'Files of cases and months to come: their names are not known before.',
  })),
  {
    policy: /^CaseTrackersMirrorRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["SupportCasesRedactedBucket7C10458E","Arn"]},"/redacted/*"]]}',
    reason: 'Threads of cases to come: their names are not known before.',
  },
  ...['reeve-reader', 'reeve-writer'].map((role) => ({
    policy: /^CaseTrackersMirrorRole/,
    resource: `{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/${role}"]]}`,
    reason: 'The roles of every account whose cases are answered; each decides by its trust policy.',
  })),
  {
    policy: /^CaseTrackersSweepRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["CaseTrackersMirrorFunctionCF293275","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^SupportCases(?:Sweep|Report)Role/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["SupportCasesSyncFunction4B9C1F96","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^TagCoverageEverythingRole/,
    resource: '"*"',
    reason: 'AWS Config reads the Organization with it; Organizations defines no resource for these calls.',
  },
  {
    policy: /^Heartbeat(?:Count|Tell)Role/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["HeartbeatWatchFunction5D79AD25","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^TagCoverageDailyRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["TagCoverageSweepFunction5F90BF3F","Arn"]},":*"]]}',
    reason: "CDK's grant to invoke a function names its versions too; it has none.",
  },
  {
    policy: /^DoctorRole/,
    resource: '{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::*:role/reeve-reader"]]}',
    reason: 'The reader role of every member account; each decides by its trust policy.',
  },
  {
    policy: /^HealthReconcileCompareRole/,
    resource: '"*"',
    reason: 'AWS Health defines no resource for the calls about an Organization; they only read.',
  },
  {
    policy: /^CostReportsRunRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/*"]]}',
    reason: 'Reports of months to come: the names of files are not known before.',
  },
  {
    policy: /^ChatDeliveryRole/,
    resource: '{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/exports/*.png"]]}',
    reason: 'Pictures of reports, which it shows in chat.',
  },
  {
    policy: /^EcsHistoryWriteRole/,
    resource:
      '{"Fn::Join":["",[{"Fn::GetAtt":["ReportsFilesBucketF0D64C06","Arn"]},"/tables/report=ecs-events/*"]]}',
    reason: 'Files of months to come: their names are not known before.',
  },
];

function isWithoutReason(policy: string, resource: unknown): boolean {
  const text = JSON.stringify(resource);
  return (
    text.includes('*') &&
    !WILDCARDS_WITH_REASON.some((known) => known.policy.test(policy) && known.resource === text)
  );
}

invariant({
  rule: 'no role may do actions that are not named',
  violations: (template) =>
    permissionsIn(template).flatMap(([id, { Effect, Action, NotAction }]) => {
      const unnamed = listOf(Action).filter((action) => action.includes('*'));
      return Effect === 'Allow' && (unnamed.length > 0 || NotAction) ? [`${id}: ${unnamed.join()}`] : [];
    }),
  broken: {
    'every action': (template) => grant(template, { Action: '*', Resource: 'arn:aws:sqs:::queue' }),
    'every action of a service': (template) => grant(template, { Action: ['dynamodb:*'], Resource: 'arn' }),
    'every action of a kind': (template) => grant(template, { Action: 'sqs:Get*', Resource: 'arn' }),
    'every action but some': (template) => grant(template, { NotAction: 'iam:PassRole', Resource: 'arn' }),
    'an inline policy': (template) => {
      const statement: Statement = { Effect: 'Allow', Action: '*', Resource: 'arn' };
      firstRole(template).Policies = [{ PolicyDocument: { Statement: [statement] } }];
    },
  },
});

invariant({
  rule: 'no role may act on resources that are not named, without a written reason',
  violations: (template) =>
    permissionsIn(template).flatMap(([id, { Effect, Resource, NotResource }]) => {
      const unnamed = listOf(Resource).filter((resource) => isWithoutReason(id, resource));
      return Effect === 'Allow' && (unnamed.length > 0 || NotResource)
        ? [`${id}: ${JSON.stringify(unnamed)}`]
        : [];
    }),
  broken: {
    'every resource': (template) => grant(template, { Action: 'sqs:SendMessage', Resource: '*' }),
    'every resource of a kind': (template) => {
      const Resource = ['arn:aws:ssm:eu-west-1:111122223333:parameter/*'];
      grant(template, { Action: 'ssm:GetParameter', Resource });
    },
    'every resource but some': (template) =>
      grant(template, { Action: 'sqs:SendMessage', NotResource: 'arn' }),
    'the known wildcard in another policy': (template) =>
      grant(template, {
        Action: 'lambda:InvokeFunction',
        Resource: JSON.parse(WILDCARDS_WITH_REASON[0]?.resource ?? '') as unknown,
      }),
  },
});

invariant({
  rule: "no role has a policy of AWS's, which allows more than it needs",
  violations: (template) =>
    resourcesOf<Role>(template, ROLE).flatMap(([id, { ManagedPolicyArns = [] }]) =>
      ManagedPolicyArns.length > 0 ? [id] : [],
    ),
  broken: {
    'the usual one of functions': (template) =>
      (firstRole(template).ManagedPolicyArns = [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
      ]),
  },
});

invariant({
  rule: 'every role is for one service, but for the one that people take on',
  violations: (template) =>
    resourcesOf<Role>(template, ROLE)
      .filter(([id]) => !id.startsWith('DoctorRole'))
      .flatMap(([id, { AssumeRolePolicyDocument }]) => {
        const [statement, ...more] = AssumeRolePolicyDocument.Statement;
        const principal = statement?.Principal;
        const isService =
          typeof principal === 'object' && typeof principal.Service === 'string' && !('AWS' in principal);
        return isService && more.length === 0 ? [] : [id];
      }),
  broken: {
    'two services': (template) => {
      const statement = firstRole(template).AssumeRolePolicyDocument.Statement[0];
      if (statement) statement.Principal = { Service: ['lambda.amazonaws.com', 'events.amazonaws.com'] };
    },
    'another account': (template) => {
      const statement = firstRole(template).AssumeRolePolicyDocument.Statement[0];
      if (statement) statement.Principal = { AWS: 'arn:aws:iam::111122223333:root' };
    },
    'a second statement': (template) => {
      const { Statement } = firstRole(template).AssumeRolePolicyDocument;
      Statement.push({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' });
    },
  },
});

invariant({
  rule: 'no queue and no topic admits anybody but AWS services, each under a condition',
  violations: (template) =>
    resourcePoliciesIn(template).flatMap(([id, { PolicyDocument }]) =>
      PolicyDocument.Statement.some(
        ({ Effect, Principal, Condition }) =>
          Effect === 'Allow' &&
          (typeof Principal !== 'object' || 'AWS' in Principal || Condition === undefined),
      )
        ? [id]
        : [],
    ),
  broken: {
    everybody: (template) => {
      const [, policy] = resourcePoliciesIn(template)[0] ?? [];
      policy?.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sqs:SendMessage', Principal: '*' });
    },
    'a service for anybody': (template) => {
      const [, policy] = resourcePoliciesIn(template)[0] ?? [];
      const Principal = { Service: 'events.amazonaws.com' };
      policy?.PolicyDocument.Statement.push({ Effect: 'Allow', Action: 'sqs:SendMessage', Principal });
    },
  },
});
