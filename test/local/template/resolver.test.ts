import { describe, expect, test } from 'vitest';
import { partitionOf } from '#lib/regions.ts';
import { createResolver } from '#local/template/resolver.ts';
import type { StackScope } from '#local/template/stack-scope.ts';
import type { Template } from '#local/template/template.ts';

const template: Template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'live' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a,b' },
    Size: { Type: 'Number', Default: 3 },
    Open: { Type: 'String' },
    BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/x/version' },
  },
  Conditions: {
    IsLive: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] },
    IsTest: { 'Fn::Not': [{ Condition: 'IsLive' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsTest' }, { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'cn-north-1'] }] },
    Both: { 'Fn::And': [{ Condition: 'IsLive' }, { Condition: 'IsTest' }] },
    Odd: { 'Fn::Contains': [['a'], 'a'] },
  },
  Resources: {
    Plain: { Type: 'AWS::SQS::Queue' },
    Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } },
    Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': `q-\${Stage}` } } },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'hub' } },
    Rule: { Type: 'AWS::Events::Rule', Properties: { EventBusName: { Ref: 'Bus' } } },
    DefaultRule: { Type: 'AWS::Events::Rule' },
    Role: { Type: 'AWS::IAM::Role', Properties: { Path: '/reeve/' } },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Topic: { Type: 'AWS::SNS::Topic' },
    Logs: { Type: 'AWS::Logs::LogGroup' },
    Schedule: { Type: 'AWS::Scheduler::Schedule', Properties: { GroupName: 'minutely' } },
    ['Long'.padEnd(80, 'x')]: { Type: 'AWS::Lambda::Function' },
    ['Long'.padEnd(81, 'x')]: { Type: 'AWS::Lambda::Function' },
    Self: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Self' } } },
    Unmade: { Type: 'AWS::SQS::Queue', Condition: 'IsTest' },
  },
};

function aResolver(over: Partial<StackScope> = {}, parameters?: Record<string, string>) {
  const scope = { stackName: 'Hub', accountId: '1', region: 'cn-north-1', partition: 'aws-cn', ...over };
  const queueUrl = (name: string) => `http://queues/${name}`;
  return createResolver(template, { ...scope, queueUrl, assetDirectory: () => undefined }, parameters);
}

describe('names', () => {
  test.each([
    [{ Ref: 'AWS::Partition' }, 'aws-cn'],
    [{ Ref: 'AWS::URLSuffix' }, 'amazonaws.com.cn'],
    [{ Ref: 'AWS::Region' }, 'cn-north-1'],
    [{ Ref: 'AWS::AccountId' }, '1'],
    [{ Ref: 'AWS::StackName' }, 'Hub'],
    [{ Ref: 'Stage' }, 'live'],
    [{ Ref: 'Zones' }, ['a', 'b']],
    [{ Ref: 'Size' }, '3'],
    [{ Ref: 'Plain' }, 'http://queues/Hub-Plain-*'],
    [{ Ref: 'Fifo' }, 'http://queues/Hub-Fifo-*.fifo'],
    [{ 'Fn::GetAtt': ['Named', 'QueueName'] }, 'q-live'],
    [{ 'Fn::GetAtt': ['Named', 'Arn'] }, 'arn:aws-cn:sqs:cn-north-1:1:q-live'],
    [{ Ref: 'Rule' }, 'hub|Hub-Rule-*'],
    [{ 'Fn::GetAtt': ['Rule', 'Arn'] }, 'arn:aws-cn:events:cn-north-1:1:rule/hub/Hub-Rule-*'],
    [{ 'Fn::GetAtt': ['DefaultRule', 'Arn'] }, 'arn:aws-cn:events:cn-north-1:1:rule/Hub-DefaultRule-*'],
    [{ 'Fn::GetAtt': ['Bus', 'Arn'] }, 'arn:aws-cn:events:cn-north-1:1:event-bus/hub'],
    [{ Ref: 'Role' }, 'Hub-Role-*'],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws-cn:iam::1:role/reeve/Hub-Role-*'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws-cn:s3:::hub-bucket-*'],
    [{ Ref: 'Topic' }, 'arn:aws-cn:sns:cn-north-1:1:Hub-Topic-*'],
    [{ 'Fn::GetAtt': ['Topic', 'TopicName'] }, 'Hub-Topic-*'],
    [{ 'Fn::GetAtt': ['Logs', 'Arn'] }, 'arn:aws-cn:logs:cn-north-1:1:log-group:Hub-Logs-*:*'],
    [
      { 'Fn::GetAtt': ['Schedule', 'Arn'] },
      'arn:aws-cn:scheduler:cn-north-1:1:schedule/minutely/Hub-Schedule-*',
    ],
  ])('%j is %j, where * is random', (value, expected) => {
    const resolved = JSON.stringify(aResolver().resolve(value));
    expect(resolved.replace(/(Hub-[A-Z]\w+|hub-bucket)-\w{12}/, '$1-*')).toBe(JSON.stringify(expected));
  });

  test('a stack id differs by stack', () => {
    const idOf = (stackName: string) => aResolver({ stackName }).resolve({ Ref: 'AWS::StackId' });
    expect(idOf('Hub')).toMatch(/^arn:aws-cn:cloudformation:cn-north-1:1:stack\/Hub\/[\da-f-]{36}$/);
    expect(idOf('Hub')).not.toBe(idOf('Other'));
  });

  test('a generated name keeps to the limit of its service and stays unique', () => {
    const [first, second] = [80, 81].map((length) => aResolver().identityOf('Long'.padEnd(length, 'x')).name);
    expect(first).toHaveLength(64);
    expect(second).toHaveLength(64);
    expect(first).not.toBe(second);
    const stackName = 'StackSet-ReeveHub-regional-0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';
    const { name } = aResolver({ stackName }).identityOf('Role');
    expect(name).toMatch(/^StackSet-ReeveHub-regional-[0-9a-f-]{18}-Role-[A-Za-z0-9]{12}$/);
  });

  test('a resource has the same name each time, and another one in each stack', () => {
    const nameIn = (stackName: string) => aResolver({ stackName }).identityOf('Role').name.slice(-12);
    expect(nameIn('Hub')).toBe(nameIn('Hub'));
    expect(nameIn('Hub')).not.toBe(nameIn('Members'));
  });

  test('a given value goes before the default of a parameter', () => {
    const parameters = { Stage: 'test', BootstrapVersion: '30' };
    expect(aResolver({}, parameters).resolve([{ Ref: 'Stage' }, { Ref: 'BootstrapVersion' }])).toEqual([
      'test',
      '30',
    ]);
  });

  test.each([
    ['cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eu-west-1', 'aws'],
  ])('the region %s lies in the partition %s', (region, partition) => {
    expect(partitionOf(region)).toBe(partition);
  });

  test.each([
    [{ Ref: 'Nowhere' }, 'Nowhere is not in this template'],
    [{ Ref: 'AWS::NotificationARNs' }, 'AWS::NotificationARNs is not emulated'],
    [{ Ref: 'Open' }, 'The parameter Open has no value here'],
    [{ Ref: 'BootstrapVersion' }, 'The parameter BootstrapVersion has no value here'],
    [{ Ref: 'Self' }, 'The name of Self depends on itself'],
    [{ Ref: 'Unmade' }, 'Unmade is not made: its condition IsTest does not hold'],
    [{ 'Fn::GetAtt': ['Role', 'RoleId'] }, 'The attribute RoleId of Role is not emulated'],
    [{ 'Fn::If': ['Nowhere', 1, 2] }, 'The condition Nowhere is not defined'],
    [{ 'Fn::If': ['Odd', 1, 2] }, 'Fn::Contains is not emulated'],
  ])('%j is refused', (value, message) => {
    expect(() => aResolver().resolve(value)).toThrow(message);
  });
});

test.each([
  ['IsLive', true],
  ['IsTest', false],
  ['Either', true],
  ['Both', false],
])('the condition %s is %j', (name, expected) => {
  expect(aResolver().condition(name)).toBe(expected);
});
