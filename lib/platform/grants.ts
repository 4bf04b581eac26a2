import { Arn, ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { TableSchema } from '#lambdas/contracts/report.ts';
import { costActions } from '#lib/costs/cost-actions.ts';
import { acknowledgeWildcard } from '#lib/platform/acknowledge-wildcard.ts';

const FILES_REASON = '2026-11-22: the names of files are not known before; they lie in this bucket alone.';
const SERVICES_REASON =
  '2026-11-22: named actions that list and describe, in an account of which all is told.';

/**
 * Exactly the actions that the house's code calls. CDK's own grants add some that it never does
 * (GetQueueUrl, Scan, BatchWriteItem …), and a role here allows what its function calls and nothing else.
 */
export const grants = {
  queryIndexes: (table: Table, indexes: string[], to: IFunction) => {
    const resources = indexes.map((index) => `${table.tableArn}/index/${index}`);
    to.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
  },

  /** On the table itself; the indexes are the alert clock's. */
  useRows: (table: Table, to: IFunction) =>
    allowRows(table, ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], to),

  getRows: (table: Table, to: IFunction) => allowRows(table, ['dynamodb:GetItem'], to),

  queryRows: (table: Table, to: IFunction) => allowRows(table, ['dynamodb:Query'], to),

  scanRows: (table: Table, to: IFunction) => allowRows(table, ['dynamodb:Scan'], to),

  putRows: (table: Table, to: IFunction) => allowRows(table, ['dynamodb:PutItem'], to),

  deleteRows: (table: Table, to: IFunction) => allowRows(table, ['dynamodb:DeleteItem'], to),

  /** Not CDK's grant, which names versions too. */
  invoke: (fn: IFunction, to: IFunction) => {
    const actions = ['lambda:InvokeFunction'];
    to.addToRolePolicy(new PolicyStatement({ actions, resources: [fn.functionArn] }));
  },

  send: (queue: IQueue, to: IFunction) => queue.grant(to, 'sqs:SendMessage'),

  /** What Lambda's poller needs, with the function's role, to hand the messages of a queue over. */
  receive: (queue: IQueue, to: IFunction) =>
    queue.grant(to, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'),

  postpone: (queue: IQueue, to: IFunction) => queue.grant(to, 'sqs:ChangeMessageVisibility'),

  /** No kms:Decrypt: the key alias/aws/ssm admits all principals of the account that come through SSM. */
  readSecret: (secretName: string, to: IFunction) => {
    const stack = Stack.of(to);
    const resource = Arn.format(
      {
        service: 'ssm',
        resource: 'parameter',
        resourceName: secretName.replace(/^\//, ''),
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      },
      stack,
    );
    to.addToRolePolicy(new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [resource] }));
  },

  /**
   * On `*`: AWS defines no resource for any of these. ListAccounts, since Health lists the accounts in the
   * name of its caller.
   * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awshealthapisandnotifications.html
   */
  readOrganizationHealth: (to: IFunction) => {
    const actions = [
      'health:DescribeAffectedAccountsForOrganization',
      'health:DescribeAffectedEntitiesForOrganization',
      'health:DescribeEventDetailsForOrganization',
      'health:DescribeEventsForOrganization',
      'organizations:ListAccounts',
    ];
    to.addToRolePolicy(new PolicyStatement({ actions, resources: ['*'] }));
  },

  /** The list on `*`, for which AWS defines no resource. Else on any event: their names are not known before. */
  readAccountHealth: (to: IFunction) => {
    const actions = ['health:DescribeAffectedEntities', 'health:DescribeEventDetails'];
    const events = `arn:${Aws.PARTITION}:health:*::event/*`;
    to.addToRolePolicy(new PolicyStatement({ actions: ['health:DescribeEvents'], resources: ['*'] }));
    to.addToRolePolicy(new PolicyStatement({ actions, resources: [events] }));
  },

  /** Reads and writes files. Without the list S3 would call a missing file forbidden. */
  useReports: (bucket: Bucket, to: IFunction) => {
    const actions = ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'];
    allowFiles(bucket, actions, '*', to);
    to.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
  },

  /** Writes files below a prefix. */
  addFiles: (bucket: Bucket, prefix: string, to: IFunction) =>
    allowFiles(bucket, ['s3:PutObject', 's3:AbortMultipartUpload'], `${prefix}/*`, to),

  /** Writes files below a prefix, and deletes those that others have taken the place of. */
  replaceFiles: (bucket: Bucket, prefix: string, to: IFunction) => {
    const actions = ['s3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'];
    allowFiles(bucket, actions, `${prefix}/*`, to);
    to.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
  },

  /** Without the right to list, which whoever replaces files has, S3 would call a missing one forbidden. */
  readFiles: (bucket: Bucket, prefix: string, to: IFunction) =>
    allowFiles(bucket, ['s3:GetObject'], `${prefix}/*`, to),

  /** Adds files to one table: no file is read, none of another table written. */
  addToTable: (bucket: Bucket, table: Pick<TableSchema, 'name'>, to: IFunction) => {
    const actions = ['s3:PutObject', 's3:AbortMultipartUpload'];
    allowFiles(bucket, actions, `tables/report=${table.name}/*`, to);
  },

  /** Writes a table and what people take of it, and reads the table itself. */
  replaceTable: (bucket: Bucket, report: string, to: IFunction) => {
    const writes = ['s3:PutObject', 's3:AbortMultipartUpload'];
    allowFiles(bucket, ['s3:GetObject', ...writes], `tables/report=${report}/*`, to);
    allowFiles(bucket, writes, `exports/${report}/*`, to);
  },

  /** What a capability remembers from one run to the next. Without the list S3 would call a missing file forbidden. */
  keepState: (bucket: Bucket, capability: string, to: IFunction) => {
    allowFiles(
      bucket,
      ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      `state/${capability}/*`,
      to,
    );
    to.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
  },

  /**
   * What an aggregator of AWS Config holds, and whom it gathers from; without an ARN, any of this account and Region: the
   * ends of their ARNs are AWS's own, and say nothing of names.
   */
  readAggregator: (arn: string | undefined, to: IFunction) => {
    const actions = [
      'config:DescribeConfigurationAggregatorSourcesStatus',
      'config:SelectAggregateResourceConfig',
    ];
    const any = `arn:${Aws.PARTITION}:config:${Aws.REGION}:${Aws.ACCOUNT_ID}:config-aggregator/*`;
    to.addToRolePolicy(new PolicyStatement({ actions, resources: [arn ?? any] }));
    if (arn) return;
    const printed = 'arn:<AWS::Partition>:config:<AWS::Region>:<AWS::AccountId>:config-aggregator/*';
    acknowledgeWildcard(to.role ?? to, printed, '2026-11-22: its ARN is not known from its name.');
  },

  /** What members are asked, in the function's own account. On `*`: what there is of it is not known before. */
  readServices: (actions: string[], to: IFunction) => {
    to.addToRolePolicy(new PolicyStatement({ actions, resources: ['*'] }));
    acknowledgeWildcard(to.role ?? to, '*', SERVICES_REASON);
  },

  /** What alerts show of reports. */
  readPictures: (bucket: Bucket, to: IFunction) => allowFiles(bucket, ['s3:GetObject'], 'exports/*.png', to),

  /** Of an export in any bucket that lets itself be read. */
  readExport: ({ bucket, prefix }: { bucket: string; prefix: string }, to: IFunction) => {
    const arn = `arn:${Aws.PARTITION}:s3:::${bucket}`;
    to.addToRolePolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${arn}/${prefix}/*`] }));
    to.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [arn],
        conditions: { StringLike: { 's3:prefix': `${prefix}/*` } },
      }),
    );
    acknowledgeWildcard(to.role ?? to, `arn:<AWS::Partition>:s3:::${bucket}/${prefix}/*`, FILES_REASON);
  },

  /** The costs of the function's own account. */
  readCosts: (to: IFunction) => {
    const { actions, scoped } = costActions();
    to.addToRolePolicy(new PolicyStatement({ actions, resources: ['*'] }));
    to.addToRolePolicy(new PolicyStatement({ actions: scoped.actions, resources: scoped.resources }));
    for (const resource of ['*', ...scoped.wildcards]) {
      acknowledgeWildcard(
        to.role ?? to,
        resource,
        '2026-11-22: named actions that read; Cost Explorer has no narrower resource.',
      );
    }
  },
};

function allowRows(table: Table, actions: string[], to: IFunction): void {
  to.addToRolePolicy(new PolicyStatement({ actions, resources: [table.tableArn] }));
}

function allowFiles(bucket: Bucket, actions: string[], files: string, to: IFunction): void {
  to.addToRolePolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects(files)] }));
  const id = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket);
  acknowledgeWildcard(to.role ?? to, `<${id}.Arn>/${files}`, FILES_REASON);
}
