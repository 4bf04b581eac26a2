import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Estate } from '#local/estate.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { synthesizeHub, synthesizeStage, synthesizeTwoRegions } from './a-cdk-app.ts';
import { aFolder, loadOptions } from './an-assembly.ts';

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;
const aRoleArn = expect.stringMatching(/^arn:aws:iam::111122223333:role\/Hub-/) as string;

describe('a CDK app', () => {
  let estate: Estate;
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'reeve-template-'));
    estate = loadAssembly(synthesizeHub(folder), loadOptions());
    return () => rmSync(folder, { recursive: true });
  });

  test('gives its queues with the defaults of SQS, their dead letters and policies', () => {
    const defaults = { contentBasedDeduplication: false, deduplicationScope: 'queue', delaySeconds: 0 };
    const waiting = { visibilityTimeoutSeconds: 30, retentionSeconds: 345_600 };
    expect(estate.queues).toMatchObject([
      { ...defaults, ...waiting, name: 'dead', arn: arn('sqs', 'dead'), fifo: false },
      { ...defaults, ...waiting, name: 'dead-alerts.fifo', fifo: true },
      {
        name: 'alerts.fifo',
        visibilityTimeoutSeconds: 180,
        redrive: { deadLetterArn: arn('sqs', 'dead-alerts.fifo'), maxReceiveCount: 5 },
      },
    ]);
    expect(estate.queues[0]?.policy?.Statement[0]).toMatchObject({
      Effect: 'Deny',
      Resource: arn('sqs', 'dead'),
    });
  });

  test('gives its table as CreateTable takes it', () => {
    expect(estate.tables).toEqual([
      {
        logicalId: expect.stringMatching(/^Ledger/) as string,
        name: 'ledger',
        arn: arn('dynamodb', 'table/ledger'),
        timeToLiveAttribute: 'expiresAt',
        definition: {
          AttributeDefinitions: [
            { AttributeName: 'key', AttributeType: 'S' },
            { AttributeName: 'due', AttributeType: 'N' },
          ],
          KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
          GlobalSecondaryIndexes: [
            {
              IndexName: 'due',
              KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
              Projection: { ProjectionType: 'ALL' },
            },
          ],
        },
      },
    ]);
  });

  test('gives its bucket with what may not be done in it', () => {
    expect(estate.buckets).toMatchObject([
      {
        name: expect.stringMatching(/^hub-reports[\da-f]{8}-[\da-z]{12}$/) as string,
        region: 'eu-central-1',
        versioned: true,
        policy: { Statement: [{ Effect: 'Deny', Action: 's3:*' }] },
      },
    ]);
    const [bucket] = estate.buckets;
    expect(bucket?.arn).toBe(`arn:aws:s3:::${bucket?.name}`);
    expect(bucket?.policy?.Statement[0]).toMatchObject({ Resource: [bucket?.arn, `${bucket?.arn}/*`] });
  });

  test('gives its function with the folder of its code and what follows a failure', () => {
    expect(estate.functions).toEqual([
      {
        logicalId: expect.stringMatching(/^Desk/) as string,
        name: 'desk',
        arn: arn('lambda', 'function:desk'),
        roleArn: aRoleArn,
        codeDirectory: expect.stringMatching(/cdk\.out\/asset\.[\da-f]{64}$/) as string,
        handler: 'index.handler',
        environment: { LEDGER: 'ledger', QUEUE_URL: loadOptions().queueUrl('alerts.fifo') },
        timeoutSeconds: 30,
        memoryMegabytes: 256,
        logGroup: 'desk-logs',
        onFailureArn: arn('sqs', 'dead'),
        maximumRetryAttempts: 1,
        reservedConcurrency: undefined,
      },
    ]);
  });

  test('gives the role of the function with what it may do', () => {
    const role = estate.roles.find((each) => each.arn === estate.functions[0]?.roleArn);
    expect(role?.trust.Statement).toMatchObject([{ Principal: { Service: 'lambda.amazonaws.com' } }]);
    expect(role?.managedPolicyArns).toEqual([
      'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    ]);
    expect(JSON.stringify(role?.policies)).toContain(`"${arn('dynamodb', 'table/ledger')}/index/*"`);
  });

  test('gives what feeds the function', () => {
    expect(estate.sources).toMatchObject([
      {
        functionArn: arn('lambda', 'function:desk'),
        queueArn: arn('sqs', 'alerts.fifo'),
        batchSize: 10,
        batchWindowSeconds: 0,
        maximumConcurrency: 5,
        reportBatchItemFailures: true,
      },
    ]);
    expect(estate.schedules).toMatchObject([
      {
        arn: arn('scheduler', 'schedule/default/clock'),
        expression: 'rate(1 minute)',
        targetArn: arn('lambda', 'function:desk'),
        roleArn: aRoleArn,
        input: '{"tick":1}',
        enabled: true,
      },
    ]);
  });

  test('gives its buses, the default one included, and their rules', () => {
    const [hub, ordinary] = ['hub', 'default'].map((name) => arn('events', `event-bus/${name}`));
    expect(estate.buses.map((bus) => bus.arn)).toEqual([hub, ordinary]);
    const dead = arn('sqs', 'dead');
    expect(estate.rules).toMatchObject([
      {
        arn: arn('events', 'rule/hub/health'),
        busArn: hub,
        enabled: true,
        pattern: { source: ['aws.health'] },
        targets: [{ arn: dead, deadLetterArn: dead, maximumRetryAttempts: 4 }],
      },
      {
        busArn: hub,
        pattern: { source: ['town.pulse'] },
        targets: [{ arn: arn('lambda', 'function:desk'), deadLetterArn: dead }],
      },
      { busArn: ordinary, enabled: false, targets: [{ arn: hub, roleArn: aRoleArn }] },
    ]);
  });

  test('gives who may invoke its function', () => {
    expect(estate.permissions).toEqual([
      {
        functionArn: arn('lambda', 'function:desk'),
        action: 'lambda:InvokeFunction',
        principal: 'events.amazonaws.com',
        sourceArn: arn('events', 'rule/hub/pulse'),
      },
    ]);
  });

  test('gives its topic and its alarm', () => {
    const mail = arn('sns', 'mail');
    expect(estate.topics).toMatchObject([{ name: 'mail', arn: mail, policy: { Version: '2012-10-17' } }]);
    expect(estate.alarms).toMatchObject([
      {
        name: 'dead-letters',
        description: 'People stop getting alerts',
        namespace: 'AWS/SQS',
        metric: 'ApproximateNumberOfMessagesVisible',
        dimensions: { QueueName: 'dead' },
        threshold: 1,
        actions: [mail],
      },
    ]);
  });

  test('gives its outputs by stack, and what is left aside with the reason', () => {
    expect(estate.outputs).toEqual({ 'Hub.LedgerName': 'ledger' });
    expect(estate.ignored).toContainEqual({
      type: 'AWS::Lambda::Function',
      property: 'Architectures',
      reason: 'functions run on the processor of this machine',
    });
    const aside = estate.ignored.filter(({ property }) => property === '*').map(({ type }) => type);
    expect(aside).toEqual(expect.arrayContaining(['AWS::Glue::Table', 'AWS::Athena::WorkGroup']));
  });
});

test('each stack lies in its own region, or in the one of the options', () => {
  const directory = synthesizeTwoRegions(aFolder());
  const arns = (stacks?: string[]) =>
    loadAssembly(directory, loadOptions({ stacks })).queues.map((queue) => queue.arn);
  expect(arns()).toEqual([arn('sqs', 'here'), 'arn:aws-us-gov:sqs:us-gov-west-1:999988887777:there']);
  expect(arns(['Here'])).toEqual([arn('sqs', 'here')]);
  expect(() => arns(['Nowhere'])).toThrow('Nowhere: is not there');
});

test('a stage inside of an app is refused, not left out', () => {
  const directory = synthesizeStage(aFolder());
  expect(() => loadAssembly(directory, loadOptions())).toThrow('nested assembly');
});

test('a folder without an assembly is refused', () => {
  expect(() => loadAssembly(aFolder(), loadOptions())).toThrow('manifest.json does not exist: synthesize');
});
