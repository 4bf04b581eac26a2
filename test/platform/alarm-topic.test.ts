import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { AlarmTopic } from '#lib/platform/alarm-topic.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const template = synthesizeStack((stack) => {
  new AlarmTopic(stack, 'Alarms', { emails: ['day@example.org', 'night@example.org'] });
});

test('CloudWatch of this account may publish, though the policy replaces the default one', () => {
  expectResource(template, 'AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
});

test('nobody publishes without TLS', () => {
  expectResource(template, 'AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ]),
    },
  });
});

test('each address has its subscription', () => {
  const subscriptions = Object.values(template.findResources('AWS::SNS::Subscription')) as {
    Properties: { Endpoint: string; Protocol: string };
  }[];

  expect(subscriptions.map(({ Properties }) => [Properties.Protocol, Properties.Endpoint])).toEqual([
    ['email', 'day@example.org'],
    ['email', 'night@example.org'],
  ]);
});

test('the topic has no key: CloudWatch could not use the one of AWS', () => {
  expectResource(template, 'AWS::SNS::Topic', { KmsMasterKeyId: Match.absent() });
});
