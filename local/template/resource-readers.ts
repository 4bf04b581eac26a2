import { isLeftAside } from './leave-aside.ts';
import type { Resource, ResourceReader } from './resource.ts';
import { readAlarm } from './resources/cloudwatch-alarm.ts';
import { readConfigRule } from './resources/config-rule.ts';
import { readAggregator } from './resources/configuration-aggregator.ts';
import { readGlobalTable, readTable } from './resources/dynamodb-table.ts';
import { readEventBus } from './resources/event-bus.ts';
import { readEventBusPolicy } from './resources/event-bus-policy.ts';
import { readEventInvokeConfig } from './resources/event-invoke-config.ts';
import { readRule } from './resources/event-rule.ts';
import { readEventSourceMapping } from './resources/event-source-mapping.ts';
import { readPolicy } from './resources/iam-policy.ts';
import { readRole } from './resources/iam-role.ts';
import { readLambdaFunction } from './resources/lambda-function.ts';
import { readPermission } from './resources/lambda-permission.ts';
import { readFunctionUrl } from './resources/lambda-url.ts';
import { readLogGroup } from './resources/log-group.ts';
import { readBucket } from './resources/s3-bucket.ts';
import { readBucketPolicy } from './resources/s3-bucket-policy.ts';
import { readSchedule } from './resources/schedule.ts';
import { readSubscription } from './resources/sns-subscription.ts';
import { readTopic } from './resources/sns-topic.ts';
import { readTopicPolicy } from './resources/sns-topic-policy.ts';
import { readQueue } from './resources/sqs-queue.ts';
import { readQueuePolicy } from './resources/sqs-queue-policy.ts';
import { readStackSet } from './resources/stack-set.ts';
import { TemplateError } from './template-error.ts';

const READERS: Record<string, ResourceReader> = {
  'AWS::CloudFormation::StackSet': readStackSet,
  'AWS::CloudWatch::Alarm': readAlarm,
  'AWS::Config::ConfigRule': readConfigRule,
  'AWS::Config::ConfigurationAggregator': readAggregator,
  'AWS::DynamoDB::GlobalTable': readGlobalTable,
  'AWS::DynamoDB::Table': readTable,
  'AWS::Events::EventBus': readEventBus,
  'AWS::Events::EventBusPolicy': readEventBusPolicy,
  'AWS::Events::Rule': readRule,
  'AWS::IAM::Policy': readPolicy,
  'AWS::IAM::Role': readRole,
  'AWS::Lambda::EventInvokeConfig': readEventInvokeConfig,
  'AWS::Lambda::EventSourceMapping': readEventSourceMapping,
  'AWS::Lambda::Function': readLambdaFunction,
  'AWS::Lambda::Permission': readPermission,
  'AWS::Lambda::Url': readFunctionUrl,
  'AWS::Logs::LogGroup': readLogGroup,
  'AWS::S3::Bucket': readBucket,
  'AWS::S3::BucketPolicy': readBucketPolicy,
  'AWS::SNS::Subscription': readSubscription,
  'AWS::SNS::Topic': readTopic,
  'AWS::SNS::TopicPolicy': readTopicPolicy,
  'AWS::SQS::Queue': readQueue,
  'AWS::SQS::QueuePolicy': readQueuePolicy,
  'AWS::Scheduler::Schedule': readSchedule,
};

/** The reader of a resource of this type; throws on a type that nothing here knows. */
export function readerOf({ type, logicalId, scope }: Resource): ResourceReader {
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (reader) return reader;
  if (isLeftAside(type)) return () => {};
  throw new TemplateError(
    { stack: scope.stackName, logicalId, type },
    'is not emulated: add a reader in local/template/resources, or load the other stacks only (`stacks`)',
  );
}
