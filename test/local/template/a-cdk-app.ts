/* oxlint-disable no-new -- a construct attaches itself to its scope */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnOutput, Duration, Stack, Stage } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/** Synthesizes a stack, `Hub`, with one of everything that the loader reads; gives the assembly's folder. */
export function synthesizeHub(folder: string): string {
  const app = new App({ outdir: join(folder, 'cdk.out') });
  const stack = new Stack(app, 'Hub');
  const dead = new sqs.Queue(stack, 'Dead', { queueName: 'dead', enforceSSL: true });
  const alerts = aFifoPair(stack);
  const ledger = aTable(stack);
  addReports(stack);
  const desk = new lambda.Function(stack, 'Desk', {
    functionName: 'desk',
    code: lambda.Code.fromAsset(aCodeFolder(folder)),
    handler: 'index.handler',
    runtime: lambda.Runtime.NODEJS_24_X,
    architecture: lambda.Architecture.ARM_64,
    timeout: Duration.seconds(30),
    memorySize: 256,
    environment: { LEDGER: ledger.tableName, QUEUE_URL: alerts.queueUrl },
    logGroup: new LogGroup(stack, 'Logs', { logGroupName: 'desk-logs' }),
    onFailure: new SqsDestination(dead),
    retryAttempts: 1,
  });
  ledger.grantReadData(desk);
  desk.addEventSource(new SqsEventSource(alerts, { reportBatchItemFailures: true, maxConcurrency: 5 }));
  addRules(stack, dead, desk);
  new scheduler.Schedule(stack, 'Clock', {
    scheduleName: 'clock',
    schedule: scheduler.ScheduleExpression.rate(Duration.minutes(1)),
    target: new LambdaInvoke(desk, { input: scheduler.ScheduleTargetInput.fromObject({ tick: 1 }) }),
  });
  addAlarm(stack, dead);
  new CfnOutput(stack, 'LedgerName', { value: ledger.tableName });
  return app.synth().directory;
}

/** Synthesizes a stack that leaves its region open, `Here`, and one that names it, `There`. */
export function synthesizeTwoRegions(folder: string): string {
  const app = new App({ outdir: folder });
  new sqs.Queue(new Stack(app, 'Here'), 'Queue', { queueName: 'here' });
  const env = { account: '999988887777', region: 'us-gov-west-1' };
  new sqs.Queue(new Stack(app, 'There', { env }), 'Queue', { queueName: 'there' });
  return app.synth().directory;
}

/** Synthesizes a stack inside of a stage. */
export function synthesizeStage(folder: string): string {
  const app = new App({ outdir: folder });
  new sqs.Queue(new Stack(new Stage(app, 'Live'), 'Hub'), 'Queue');
  return app.synth().directory;
}

function aCodeFolder(folder: string): string {
  const code = join(folder, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'index.mjs'), 'export const handler = () => {};\n');
  return code;
}

function aFifoPair(stack: Stack): sqs.Queue {
  const queue = new sqs.Queue(stack, 'DeadAlerts', { queueName: 'dead-alerts.fifo' });
  return new sqs.Queue(stack, 'Alerts', {
    queueName: 'alerts.fifo',
    visibilityTimeout: Duration.minutes(3),
    deadLetterQueue: { queue, maxReceiveCount: 5 },
  });
}

function aTable(stack: Stack): dynamodb.TableV2 {
  const due = { name: 'due', type: dynamodb.AttributeType.NUMBER };
  return new dynamodb.TableV2(stack, 'Ledger', {
    tableName: 'ledger',
    partitionKey: { name: 'key', type: dynamodb.AttributeType.STRING },
    globalSecondaryIndexes: [{ indexName: 'due', partitionKey: due }],
    timeToLiveAttribute: 'expiresAt',
  });
}

function addReports(stack: Stack): void {
  const bucket = new s3.Bucket(stack, 'Reports', {
    versioned: true,
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(1) }],
  });
  const database = new glue.CfnDatabase(stack, 'Catalog', {
    catalogId: '1',
    databaseInput: { name: 'town' },
  });
  const location = bucket.s3UrlForObject('tables/');
  new glue.CfnTable(stack, 'Table', {
    catalogId: '1',
    databaseName: database.ref,
    tableInput: { name: 'costs', storageDescriptor: { location } },
  });
  const { name } = new athena.CfnWorkGroup(stack, 'Readers', { name: 'readers' });
  new athena.CfnNamedQuery(stack, 'Query', { database: 'town', queryString: 'SELECT 1', workGroup: name });
}

function addRules(stack: Stack, dead: sqs.Queue, desk: lambda.Function): void {
  const eventBus = new events.EventBus(stack, 'Bus', { eventBusName: 'hub' });
  const eventPattern = { source: ['aws.health'] };
  const toDead = new targets.SqsQueue(dead, { deadLetterQueue: dead, retryAttempts: 4 });
  new events.Rule(stack, 'Health', { ruleName: 'health', eventBus, eventPattern, targets: [toDead] });
  const toDesk = new targets.LambdaFunction(desk, { deadLetterQueue: dead });
  const pulse = { source: ['town.pulse'] };
  new events.Rule(stack, 'Pulse', {
    ruleName: 'pulse',
    eventBus,
    eventPattern: pulse,
    targets: [toDesk],
  });
  const toBus = new targets.EventBus(eventBus);
  new events.Rule(stack, 'Up', { ruleName: 'up', enabled: false, eventPattern, targets: [toBus] });
}

function addAlarm(stack: Stack, dead: sqs.Queue): void {
  const mail = new Topic(stack, 'Mail', { topicName: 'mail', enforceSSL: true });
  mail.addSubscription(new EmailSubscription('town@example.org'));
  const alarm = new cloudwatch.Alarm(stack, 'Alarm', {
    alarmName: 'dead-letters',
    alarmDescription: 'People stop getting alerts',
    metric: dead.metricApproximateNumberOfMessagesVisible(),
    threshold: 1,
    evaluationPeriods: 1,
  });
  alarm.addAlarmAction(new SnsAction(mail));
}
