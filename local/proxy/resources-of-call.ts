import type { AwsCall } from './aws-call.ts';
import { s3Resources } from './s3-resources.ts';

type Input = Record<string, unknown>;

const NAMING_FIELDS = [
  'AccountId',
  'BillingViewArn',
  'ChildId',
  'ConfigurationAggregatorName',
  'EventBusName',
  'FunctionName',
  'GroupName',
  'Name',
  'Names',
  'OrganizationalUnitId',
  'ParentId',
  'Path',
  'QueueName',
  'QueueUrl',
  'ResourceArn',
  'ResourceId',
  'RoleArn',
  'SecretId',
  'TopicArn',
];

/**
 * The names or ARNs that a call's input names, without its content: a queue by the last part of its URL, an
 * index as `table/index/name`, an S3 object as `bucket/key`.
 */
export function resourcesOfCall(call: AwsCall): string[] {
  if (call.service === 's3') return s3Resources(call);
  const invoked = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(call.path)?.[1];
  if (invoked) return [`function:${decodeURIComponent(invoked)}`];
  const input = inputOf(call);
  return [...new Set([...named(input, namingFieldsOf(call)), ...tables(input), ...buses(call, input)])];
}

/** A name that is given to Account Management is a person's. */
function namingFieldsOf({ service }: AwsCall): string[] {
  return service === 'account' ? ['AccountId'] : NAMING_FIELDS;
}

function inputOf({ headers, body }: AwsCall): Input {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body.toString()));
  }
  if (!headers['content-type']?.includes('json')) return {};
  try {
    return asInput(JSON.parse(body.toString() || '{}'));
  } catch {
    // Not JSON after all: the backend is the one to refuse it.
    return {};
  }
}

function named(input: Input, fields: string[]): string[] {
  return fields
    .flatMap((field) => input[field])
    .filter((value) => typeof value === 'string')
    .map((value) => (/^https?:/.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value));
}

function tables(input: Input): string[] {
  const writes = listOf(input['TransactItems']).flatMap((item) => Object.values(item).map(asInput));
  return [
    ...Object.keys(asInput(input['RequestItems'])),
    ...[input, ...writes].flatMap(({ TableName, IndexName }) => {
      if (typeof TableName !== 'string') return [];
      return typeof IndexName === 'string' ? `${TableName}/index/${IndexName}` : TableName;
    }),
  ];
}

function buses(call: AwsCall, input: Input): string[] {
  if (call.operation !== 'PutEvents') return [];
  return listOf(input['Entries']).map(({ EventBusName }) =>
    typeof EventBusName === 'string' ? EventBusName : 'default',
  );
}

function listOf(value: unknown): Input[] {
  return Array.isArray(value) ? value.map(asInput) : [];
}

function asInput(value: unknown): Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : {};
}
