import { describe, expect, test } from 'vitest';
import {
  TooLongForPoliciesError,
  toServiceControlPolicies,
} from '#lib/tags/prevention/to-service-control-policies.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';
import { ACCOUNT, type AskedCall, mayCall } from '#test/tags/prevention/ask-policies.ts';

const policies = toServiceControlPolicies(aPolicy());
const BOTH = { Owner: 'payments', CostCenter: 'CC-1234' };

const ec2 = (what: string) => `arn:aws:ec2:eu-central-1:${ACCOUNT}:${what}`;
const QUEUE = { action: 'sqs:CreateQueue', resource: `arn:aws:sqs:eu-central-1:${ACCOUNT}:orders` };
const INSTANCE = { action: 'ec2:RunInstances', resource: ec2('instance/*') };
const CALLS = [
  QUEUE,
  INSTANCE,
  { action: 'ec2:RunInstances', resource: ec2('volume/*') },
  { action: 'ec2:CreateVolume', resource: ec2('volume/*') },
  { action: 'ec2:CreateSubnet', resource: ec2('subnet/*') },
  { action: 's3:CreateBucket', resource: 'arn:aws:s3:::orders' },
  { action: 'rds:CreateDBInstance', resource: `arn:aws:rds:eu-central-1:${ACCOUNT}:db:orders` },
  { action: 'rds:CreateDBCluster', resource: `arn:aws:rds:eu-central-1:${ACCOUNT}:cluster:orders` },
];

describe.each(CALLS)('$action on $resource', (call: AskedCall) => {
  test.each<{ has: string; tags: Record<string, string> }>([
    { has: 'neither', tags: {} },
    { has: 'only Owner', tags: { Owner: 'payments' } },
    { has: 'only CostCenter', tags: { CostCenter: 'CC-1234' } },
  ])('is denied with $has of two required keys (DataChefHQ/aws-data-landing-zone#146)', async ({ tags }) => {
    expect(await mayCall(policies, { ...call, tags })).toBe(false);
  });

  test('is allowed with both', async () => {
    expect(await mayCall(policies, { ...call, tags: BOTH })).toBe(true);
  });
});

test.each([
  { action: 'ec2:CreateSubnet', resource: ec2('vpc/vpc-0a1b') },
  { action: 'ec2:CreateNatGateway', resource: ec2('subnet/subnet-0a1b') },
  { action: 'ec2:CreateSecurityGroup', resource: ec2('vpc/vpc-0a1b') },
  { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:eu-central-1::image/ami-0a1b' },
  { action: 'ec2:RunInstances', resource: ec2('subnet/subnet-0a1b') },
  { action: 'ec2:RunInstances', resource: ec2('security-group/sg-0a1b') },
  { action: 'rds:CreateDBInstance', resource: `arn:aws:rds:eu-central-1:${ACCOUNT}:cluster:orders` },
  { action: 'rds:CreateDBCluster', resource: `arn:aws:rds:eu-central-1:${ACCOUNT}:subgrp:orders` },
])(
  '$action is not denied on $resource, which it does not make and never tags (DataChefHQ/aws-data-landing-zone#159)',
  async (call) => {
    expect(await mayCall(policies, call)).toBe(true);
  },
);

test.each([
  'iam:UntagRole',
  'sqs:UntagQueue',
  'ec2:DeleteTags',
  'ec2:CreateTags',
  'tag:UntagResources',
  'iam:UpdateRole',
  'sqs:SetQueueAttributes',
])('%s is left alone (opensearch-project/opensearch-migrations#3335)', async (action) => {
  expect(await mayCall(policies, { action, resource: '*' })).toBe(true);
});

test('stacks and change sets need no tags (aws/aws-cdk#35137)', async () => {
  const resource = `arn:aws:cloudformation:eu-central-1:${ACCOUNT}:stack/orders/0a1b`;

  expect(await mayCall(policies, { action: 'cloudformation:CreateChangeSet', resource })).toBe(true);
  expect(await mayCall(policies, { action: 'cloudformation:CreateStack', resource })).toBe(true);
});

describe('a value that the policy lists', () => {
  const valued = toServiceControlPolicies(aPolicy({ tags: [aTag({ values: ['prod', 'test'] })] }));

  test.each([
    { value: 'prod', allowed: true },
    { value: 'developer', allowed: false },
    { value: 'PROD', allowed: false },
    { value: 'prod-2', allowed: false },
    { value: '', allowed: false },
  ])('"$value": allowed is $allowed', async ({ value, allowed }) => {
    expect(await mayCall(valued, { ...QUEUE, tags: { Owner: value } })).toBe(allowed);
  });

  test('is still demanded', async () => {
    expect(await mayCall(valued, QUEUE)).toBe(false);
  });
});

test('a value is never read as a variable of IAM', () => {
  const tags = [aTag({ values: ['${aws:username}'] })];
  const [first] = toServiceControlPolicies(aPolicy({ tags }));

  expect(JSON.stringify(first?.document)).toContain('"aws:RequestTag/Owner":["${$}{aws:username}"]');
});

describe('what the limits say', () => {
  test('a blank value passes where none are listed', async () => {
    expect(await mayCall(policies, { ...QUEUE, tags: { ...BOTH, Owner: ' ' } })).toBe(true);
  });

  test('a key in another case passes', async () => {
    expect(await mayCall(policies, { ...QUEUE, tags: { owner: 'payments', COSTCENTER: 'CC-1234' } })).toBe(
      true,
    );
  });
});

describe('a role', () => {
  test.each([
    'aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
    'AWSControlTowerExecution',
    'stacksets-exec-0a1b2c3d',
    'cdk-hnb659fds-cfn-exec-role-111122223333-eu-central-1',
  ])('%s is exempt', async (role) => {
    expect(await mayCall(policies, { ...QUEUE, role })).toBe(true);
  });

  test('of another name is not', async () => {
    expect(await mayCall(policies, { ...QUEUE, role: 'my-AWSControlTowerExecution' })).toBe(false);
  });

  test('is exempt where it is named', async () => {
    const exempting = toServiceControlPolicies(aPolicy(), { exemptRoles: ['ci/terraform-*'] });

    expect(await mayCall(exempting, { ...QUEUE, role: 'ci/terraform-apply' })).toBe(true);
    expect(await mayCall(exempting, { ...QUEUE, role: 'developer' })).toBe(false);
  });
});

test('a key of some types is demanded of them alone', async () => {
  const narrow = toServiceControlPolicies(
    aPolicy({ tags: [aTag(), aTag({ key: 'Backup', types: ['AWS::EC2::Volume'] })] }),
  );
  const tags = { Owner: 'payments' };

  expect(await mayCall(narrow, { ...QUEUE, tags })).toBe(true);
  expect(await mayCall(narrow, { ...INSTANCE, tags })).toBe(true);
  expect(await mayCall(narrow, { action: 'ec2:RunInstances', resource: ec2('volume/*'), tags })).toBe(false);
});

test('a policy that takes more than five documents is refused, with the way out', () => {
  const tags = Array.from({ length: 20 }, (_, at) => aTag({ key: `Key${at}`, values: ['one', 'two'] }));

  expect(() => toServiceControlPolicies(aPolicy({ tags }))).toThrow(TooLongForPoliciesError);
  expect(() => toServiceControlPolicies(aPolicy({ tags }))).toThrow(/demand fewer keys/);
});

test('values that fill a document alone are refused', () => {
  const values = Array.from({ length: 60 }, (_, at) => `${at}`.padEnd(100, 'x'));

  expect(() => toServiceControlPolicies(aPolicy({ tags: [aTag({ values })] }))).toThrow(/name fewer/);
});

test('another partition has its own ARNs', () => {
  const [first] = toServiceControlPolicies(aPolicy(), { partition: 'aws-us-gov' });

  expect(JSON.stringify(first?.document)).not.toContain('arn:aws:');
});
