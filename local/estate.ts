import type { FunctionUrl, Permission } from './lambda/function-access.ts';

/** What a synthesized template asks for, with every intrinsic resolved: plain data, nothing is running yet. */
export type Estate = {
  functions: LambdaFunction[];
  permissions: Permission[];
  urls: FunctionUrl[];
  roles: Role[];
  queues: Queue[];
  tables: Table[];
  buckets: Bucket[];
  buses: Bus[];
  rules: Rule[];
  sources: EventSource[];
  schedules: Schedule[];
  topics: Topic[];
  alarms: Alarm[];
  configRules: ConfigRule[];
  aggregators: Aggregator[];
  /** The stacks that StackSets made, and those that they could not make. */
  stackInstances: MemberStack[];
  outputs: Record<string, string>;
  /** Properties that the embedded cloud leaves aside, each with its reason, as found in this template. */
  ignored: { type: string; property: string; reason: string }[];
};

export type PolicyDocument = { Version?: string; Statement: PolicyStatement[] };
export type PolicyStatement = Record<string, unknown> & { Effect: 'Allow' | 'Deny' };

export type LambdaFunction = {
  logicalId: string;
  name: string;
  arn: string;
  roleArn: string;
  /** The folder of the asset in the cloud assembly. */
  codeDirectory: string;
  /** `index.handler` */
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  logGroup: string;
  /** Where a failed asynchronous invocation goes. */
  onFailureArn?: string;
  maximumRetryAttempts: number;
  reservedConcurrency?: number;
};

export type Role = {
  logicalId: string;
  name: string;
  arn: string;
  trust: PolicyDocument;
  policies: PolicyDocument[];
  managedPolicyArns: string[];
};

export type Queue = {
  logicalId: string;
  name: string;
  arn: string;
  fifo: boolean;
  contentBasedDeduplication: boolean;
  deduplicationScope: 'queue' | 'messageGroup';
  visibilityTimeoutSeconds: number;
  retentionSeconds: number;
  delaySeconds: number;
  redrive?: { deadLetterArn: string; maxReceiveCount: number };
  policy?: PolicyDocument;
};

export type Table = {
  logicalId: string;
  name: string;
  arn: string;
  /** `AttributeDefinitions`, `KeySchema`, `GlobalSecondaryIndexes` as CreateTable takes them. */
  definition: Record<string, unknown>;
  timeToLiveAttribute?: string;
};

export type Bucket = {
  logicalId: string;
  name: string;
  arn: string;
  region: string;
  /** Keeps what is overwritten or deleted. */
  versioned: boolean;
  policy?: PolicyDocument;
};

export type Bus = { name: string; arn: string; policy?: PolicyDocument };

export type RuleTarget = {
  id: string;
  arn: string;
  roleArn?: string;
  deadLetterArn?: string;
  maximumRetryAttempts?: number;
};
export type Rule = {
  logicalId: string;
  name: string;
  arn: string;
  busArn: string;
  enabled: boolean;
  pattern: Record<string, unknown>;
  targets: RuleTarget[];
};

export type EventSource = {
  logicalId: string;
  functionArn: string;
  queueArn: string;
  batchSize: number;
  batchWindowSeconds: number;
  maximumConcurrency?: number;
  reportBatchItemFailures: boolean;
};

export type Schedule = {
  logicalId: string;
  name: string;
  arn: string;
  /** The stack that it belongs to. */
  stackName: string;
  /** `rate(1 minute)`, `cron(…)` */
  expression: string;
  /** A function, a queue or an event bus. */
  targetArn: string;
  roleArn: string;
  input: string;
  /** Of the messages that a FIFO queue gets. */
  messageGroupId?: string;
  /** What the event is called that an event bus gets. */
  event?: { source: string; detailType: string };
  deadLetterArn?: string;
  enabled: boolean;
};

type Topic = { logicalId: string; name: string; arn: string; policy?: PolicyDocument };

/** A rule of AWS Config in one account and Region. */
export type ConfigRule = {
  logicalId: string;
  name: string;
  arn: string;
  account: string;
  region: string;
  /** Resource types; none: all. */
  types: string[];
  check: { kind: 'guard'; policy: string } | { kind: 'required-tags'; parameters: Record<string, string> };
};

/** An aggregator of AWS Config; without accounts it collects the whole Organization, without Regions all. */
export type Aggregator = {
  logicalId: string;
  name: string;
  account: string;
  region: string;
  accounts?: string[];
  regions?: string[];
};

export type MemberStack = {
  stackSet: string;
  account: string;
  region: string;
  /** Why nothing of the stack is there. */
  failure?: string;
};

/** How a metric is compared with the threshold of an alarm. */
export type Comparison =
  | 'GreaterThanOrEqualToThreshold'
  | 'GreaterThanThreshold'
  | 'LessThanOrEqualToThreshold'
  | 'LessThanThreshold';

export type Alarm = {
  logicalId: string;
  name: string;
  description: string;
  namespace: string;
  metric: string;
  dimensions: Record<string, string>;
  comparison: Comparison;
  threshold: number;
  actions: string[];
};
