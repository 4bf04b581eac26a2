import { createHash } from 'node:crypto';

/** What all resources of one stack have in common. */
export type StackScope = {
  stackName: string;
  accountId: string;
  region: string;
  partition: string;
  queueUrl: (queueName: string) => string;
  /** Where a function URL leads, with a slash at its end; as AWS has them unless given. */
  functionUrl?: ((id: string) => string) | undefined;
  /** The folder of the asset that would be uploaded under this key. */
  assetDirectory: (objectKey: string) => string | undefined;
};

/** An ARN of the stack's account and region; IAM's have no region. */
export function toArn(scope: StackScope, service: string, resource: string): string {
  const region = service === 'iam' ? '' : scope.region;
  return `arn:${scope.partition}:${service}:${region}:${scope.accountId}:${resource}`;
}

/** The account that an ARN names. */
export function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** The ARN of an event bus, which templates name either way. */
export function toBusArn(scope: StackScope, nameOrArn = 'default'): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : toArn(scope, 'events', `event-bus/${nameOrArn}`);
}

/** The value of a pseudo parameter; throws on a name that is none. */
export function pseudoParameter(name: string, scope: StackScope): string | undefined {
  switch (name) {
    case 'AWS::AccountId':
      return scope.accountId;
    case 'AWS::NoValue':
      return undefined;
    case 'AWS::Partition':
      return scope.partition;
    case 'AWS::Region':
      return scope.region;
    case 'AWS::StackId':
      return toArn(scope, 'cloudformation', `stack/${scope.stackName}/${toUuid(scope.stackName)}`);
    case 'AWS::StackName':
      return scope.stackName;
    case 'AWS::URLSuffix':
      return scope.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
    default:
      throw new Error(`${name} is not emulated: add it to local/template/stack-scope.ts`);
  }
}

/** Always the same UUID for the same words. */
export function toUuid(seed: string): string {
  const hash = createHash('sha256').update(seed).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
