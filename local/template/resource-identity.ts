import { createHash } from 'node:crypto';
import { type StackScope, toArn, toBusArn, toUuid } from './stack-scope.ts';

const RANDOM_LETTERS = 12;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** How AWS calls a resource, and what a template gets from it. */
export type Identity = { name: string; arn: string; ref: string; attributes: Record<string, string> };

/** A property of the resource itself, resolved. */
export type OwnProperty = (name: string) => unknown;

type Naming = {
  /** The property that holds a name given by the template. */
  property?: string;
  longest: number;
  /** Whether names have no capitals. */
  lowerCase?: boolean;
  suffix?: (own: OwnProperty) => string;
  arn: (scope: StackScope, name: string, own: OwnProperty) => string;
  ref?: (scope: StackScope, name: string, own: OwnProperty) => string;
  attributes?: (scope: StackScope, name: string) => Record<string, string>;
};

const TABLE: Naming = {
  property: 'TableName',
  longest: 255,
  arn: (scope, name) => toArn(scope, 'dynamodb', `table/${name}`),
};
/** Nothing but their own template can name these. */
const ANONYMOUS: Naming = { longest: 255, arn: () => '' };

const NAMINGS: Record<string, Naming> = {
  'AWS::CloudFormation::StackSet': {
    property: 'StackSetName',
    longest: 128,
    arn: () => '',
    ref: (_scope, name) => stackSetId(name),
    attributes: (_scope, name) => ({ StackSetId: stackSetId(name) }),
  },
  'AWS::CloudWatch::Alarm': {
    property: 'AlarmName',
    longest: 255,
    arn: (scope, name) => toArn(scope, 'cloudwatch', `alarm:${name}`),
  },
  'AWS::Config::ConfigRule': {
    property: 'ConfigRuleName',
    longest: 128,
    // Its ARN and id have letters of their own.
    arn: (scope, name) => toArn(scope, 'config', `config-rule/${configRuleId(scope, name)}`),
    attributes: (scope, name) => ({ ConfigRuleId: configRuleId(scope, name) }),
  },
  'AWS::Config::ConfigurationAggregator': {
    property: 'ConfigurationAggregatorName',
    longest: 256,
    arn: () => '',
    attributes: (scope, name) => ({ ConfigurationAggregatorArn: aggregatorArn(scope, name) }),
  },
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::DynamoDB::Table': TABLE,
  'AWS::Events::EventBus': {
    property: 'Name',
    longest: 256,
    arn: toBusArn,
    attributes: (_scope, name) => ({ Name: name }),
  },
  'AWS::Events::Rule': {
    property: 'Name',
    longest: 64,
    arn: (scope, name, own) => toArn(scope, 'events', `rule/${rulePath(own, '/')}${name}`),
    ref: (_scope, name, own) => `${rulePath(own, '|')}${name}`,
  },
  'AWS::IAM::Role': {
    property: 'RoleName',
    longest: 64,
    arn: (scope, name, own) => toArn(scope, 'iam', `role${asText(own('Path')) ?? '/'}${name}`),
  },
  'AWS::Lambda::Function': {
    property: 'FunctionName',
    longest: 64,
    arn: (scope, name) => toArn(scope, 'lambda', `function:${name}`),
  },
  'AWS::Lambda::Url': {
    longest: 32,
    lowerCase: true,
    arn: () => '',
    ref: (_scope, _name, own) => asText(own('TargetFunctionArn')) ?? '',
    attributes: ({ functionUrl, region }, name) => ({
      FunctionUrl: functionUrl?.(name) ?? `https://${name}.lambda-url.${region}.on.aws/`,
    }),
  },
  'AWS::Logs::LogGroup': {
    property: 'LogGroupName',
    longest: 512,
    arn: (scope, name) => toArn(scope, 'logs', `log-group:${name}:*`),
  },
  'AWS::Scheduler::Schedule': {
    property: 'Name',
    longest: 64,
    arn: (scope, name, own) =>
      toArn(scope, 'scheduler', `schedule/${asText(own('GroupName')) ?? 'default'}/${name}`),
  },
  'AWS::S3::Bucket': {
    property: 'BucketName',
    longest: 63,
    lowerCase: true,
    // A bucket's name is the only one in the world: its ARN needs no account and no Region.
    arn: ({ partition }, name) => `arn:${partition}:s3:::${name}`,
  },
  'AWS::SNS::Topic': {
    property: 'TopicName',
    longest: 256,
    arn: (scope, name) => toArn(scope, 'sns', name),
    ref: (scope, name) => toArn(scope, 'sns', name),
    attributes: (scope, name) => ({ TopicArn: toArn(scope, 'sns', name), TopicName: name }),
  },
  'AWS::SQS::Queue': {
    property: 'QueueName',
    longest: 80,
    suffix: (own) => (String(own('FifoQueue')) === 'true' ? '.fifo' : ''),
    arn: (scope, name) => toArn(scope, 'sqs', name),
    ref: (scope, name) => scope.queueUrl(name),
    attributes: (scope, name) => ({ QueueName: name, QueueUrl: scope.queueUrl(name) }),
  },
};

/** The name, ARN, `Ref` and attributes that a resource has. */
export function identify(type: string, logicalId: string, own: OwnProperty, scope: StackScope): Identity {
  const naming = NAMINGS[type] ?? ANONYMOUS;
  const given = naming.property ? asText(own(naming.property)) : undefined;
  const name = given ?? ownName(naming, scope.stackName, logicalId, own);
  const arn = naming.arn(scope, name, own);
  return {
    name,
    arn,
    ref: naming.ref?.(scope, name, own) ?? name,
    attributes: { ...(arn && { Arn: arn }), ...naming.attributes?.(scope, name) },
  };
}

function ownName(naming: Naming, stackName: string, logicalId: string, own: OwnProperty): string {
  const name = generateName(stackName, logicalId, naming.longest, naming.suffix?.(own));
  return naming.lowerCase ? name.toLowerCase() : name;
}

/** `Stack-LogicalId-a1B2c3D4e5F6`; the limit of a service may cut the ends of the first two off. */
function generateName(stackName: string, logicalId: string, longest: number, suffix = ''): string {
  const room = longest - suffix.length - RANDOM_LETTERS - 2;
  const id = logicalId.slice(0, Math.max(room - stackName.length, Math.ceil(room / 2)));
  const stack = stackName.slice(0, room - id.length).replace(/-$/, '');
  return `${stack}-${id}-${randomLetters(`${stackName}/${logicalId}`)}${suffix}`;
}

/** As CloudFormation ends its names, but always the same for the same resource. */
function randomLetters(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, RANDOM_LETTERS);
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

function stackSetId(name: string): string {
  return `${name}:${toUuid(name)}`;
}

/** With the letters that the counterpart of AWS Config gives it. */
function aggregatorArn(scope: StackScope, name: string): string {
  const letters = toUuid(`${scope.accountId}/${scope.region}/${name}`).slice(0, 8);
  return toArn(scope, 'config', `config-aggregator/config-aggregator-${letters}`);
}

function configRuleId(scope: StackScope, name: string): string {
  const letters = toUuid(`${scope.accountId}/${scope.region}/${name}`).slice(0, 6);
  return `config-rule-${letters}`;
}

function rulePath(own: OwnProperty, separator: string): string {
  const bus = asText(own('EventBusName'))?.split('/').at(-1) ?? 'default';
  return bus === 'default' ? '' : `${bus}${separator}`;
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
