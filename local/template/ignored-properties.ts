/** A property that the embedded cloud leaves aside, and why that is right. `*` stands for all of them. */
type IgnoredProperty = { type: string; property: string; reason: string };

const LABEL = 'a label for people';
const MACHINE = 'functions run on the processor of this machine';
const LOG_FORMAT = 'the console shows what a function prints as it printed it';
const AT_REST = 'nothing rests here: the embedded cloud forgets all when it stops';
const QUERIES = 'there is no Athena: reports are read as files';
const PRESENT = 'alarms look at the present value, not at periods';
const RETRIES = 'all schedules are retried as by default: 185 times within a day';
const AT_ONCE = 'the stacks of all members are there from the start';
const ONE_TRY = 'a target that refuses an event is not tried again: the event is a dead letter at once';

/** What the loader accepts without emulating it; whatever is neither here nor read fails the loading. */
export const IGNORED_PROPERTIES: IgnoredProperty[] = [
  { type: '*', property: 'Tags', reason: LABEL },
  { type: '*', property: 'Description', reason: LABEL },

  ...['AWS::Athena::NamedQuery', 'AWS::Athena::WorkGroup', 'AWS::Glue::Database', 'AWS::Glue::Table'].map(
    (type) => ({ type, property: '*', reason: QUERIES }),
  ),
  { type: 'AWS::CDK::Metadata', property: '*', reason: 'usage data for the CDK team' },
  { type: 'AWS::CloudFormation::StackSet', property: 'AutoDeployment', reason: AT_ONCE },
  {
    type: 'AWS::CloudFormation::StackSet',
    property: 'CallAs',
    reason: 'whether the caller may deploy to members is not checked',
  },
  {
    type: 'AWS::CloudFormation::StackSet',
    property: 'Capabilities',
    reason: 'whoever runs this agrees with the roles that it makes',
  },
  { type: 'AWS::CloudFormation::StackSet', property: 'ManagedExecution', reason: AT_ONCE },
  { type: 'AWS::CloudFormation::StackSet', property: 'OperationPreferences', reason: AT_ONCE },
  {
    type: 'AWS::CloudFormation::StackSet',
    property: 'StackInstancesGroup.DeploymentTargets.OrganizationalUnitIds',
    reason: 'every member is in each of the targets',
  },
  { type: 'AWS::CloudWatch::Alarm', property: 'ActionsEnabled', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'DatapointsToAlarm', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'EvaluationPeriods', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'ExtendedStatistic', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'InsufficientDataActions', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'OKActions', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'Period', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'Statistic', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'TreatMissingData', reason: PRESENT },
  { type: 'AWS::CloudWatch::Alarm', property: 'Unit', reason: PRESENT },

  {
    type: 'AWS::Config::ConfigRule',
    property: 'EvaluationModes',
    reason: 'rules look at what is there, not at what is about to be',
  },
  {
    type: 'AWS::Config::ConfigRule',
    property: 'Source.CustomPolicyDetails.EnableDebugLogDelivery',
    reason: 'what a policy prints for its author goes nowhere',
  },

  ...['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) => [
    { type, property: 'ContributorInsightsSpecification', reason: 'a metric of AWS only' },
    { type, property: 'DeletionProtectionEnabled', reason: AT_REST },
    { type, property: 'PointInTimeRecoverySpecification', reason: AT_REST },
    { type, property: 'SSESpecification', reason: AT_REST },
    { type, property: 'TableClass', reason: 'a question of price' },
  ]),
  ...[
    'ContributorInsightsSpecification',
    'DeletionProtectionEnabled',
    'GlobalSecondaryIndexes',
    'PointInTimeRecoverySpecification',
    'TableClass',
    'Tags',
  ].map((name) => ({
    type: 'AWS::DynamoDB::GlobalTable',
    property: `Replicas.${name}`,
    reason: 'the only replica is the table itself',
  })),

  { type: 'AWS::Events::Rule', property: 'Targets.RetryPolicy.MaximumEventAgeInSeconds', reason: ONE_TRY },
  { type: 'AWS::IAM::Role', property: 'MaxSessionDuration', reason: 'sessions do not expire here' },

  {
    type: 'AWS::Lambda::EventInvokeConfig',
    property: 'MaximumEventAgeInSeconds',
    reason: 'the embedded cloud has no backlog in which an event could grow old',
  },
  { type: 'AWS::Lambda::Function', property: 'Architectures', reason: MACHINE },
  {
    type: 'AWS::Lambda::Function',
    property: 'EphemeralStorage',
    reason: 'the disk is the one of this machine',
  },
  { type: 'AWS::Lambda::Function', property: 'LoggingConfig.ApplicationLogLevel', reason: LOG_FORMAT },
  { type: 'AWS::Lambda::Function', property: 'LoggingConfig.LogFormat', reason: LOG_FORMAT },
  { type: 'AWS::Lambda::Function', property: 'LoggingConfig.SystemLogLevel', reason: LOG_FORMAT },
  { type: 'AWS::Lambda::Function', property: 'RecursiveLoop', reason: 'loops are not detected' },
  { type: 'AWS::Lambda::Function', property: 'TracingConfig', reason: 'there is no X-Ray' },
  { type: 'AWS::Logs::LogGroup', property: 'LogGroupClass', reason: 'a question of price' },
  { type: 'AWS::Logs::LogGroup', property: 'RetentionInDays', reason: AT_REST },

  { type: 'AWS::S3::Bucket', property: 'BucketEncryption', reason: AT_REST },
  {
    type: 'AWS::S3::Bucket',
    property: 'LifecycleConfiguration',
    reason: 'every version stays until the embedded cloud stops',
  },
  { type: 'AWS::S3::Bucket', property: 'OwnershipControls', reason: 'one account writes all objects' },
  {
    type: 'AWS::S3::Bucket',
    property: 'PublicAccessBlockConfiguration',
    reason: 'only this machine reaches the bucket',
  },

  {
    type: 'AWS::Scheduler::Schedule',
    property: 'FlexibleTimeWindow',
    reason: 'a schedule fires at the start of its window',
  },
  { type: 'AWS::Scheduler::Schedule', property: 'Target.RetryPolicy', reason: RETRIES },

  { type: 'AWS::SNS::Subscription', property: 'Endpoint', reason: 'no e-mail leaves this machine' },
  { type: 'AWS::SNS::Topic', property: 'DisplayName', reason: LABEL },
  { type: 'AWS::SNS::Topic', property: 'SignatureVersion', reason: 'notifications are not signed' },
  { type: 'AWS::SNS::Topic', property: 'TracingConfig', reason: 'there is no X-Ray' },

  { type: 'AWS::SQS::Queue', property: 'FifoThroughputLimit', reason: 'throughput has no limit' },
  {
    type: 'AWS::SQS::Queue',
    property: 'ReceiveMessageWaitTimeSeconds',
    reason: 'the pollers say how long they wait',
  },
  {
    type: 'AWS::SQS::Queue',
    property: 'RedriveAllowPolicy',
    reason: 'any queue may use a dead-letter queue',
  },
  { type: 'AWS::SQS::Queue', property: 'SqsManagedSseEnabled', reason: AT_REST },
];
