import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackSetsCommand,
} from '@aws-sdk/client-cloudformation';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import { queryBackend, structuresOf } from '#local/counterparts/organization/query-protocol.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';

const clock = new Clock();
let proxy: RecordingProxy;
let cloudformation: CloudFormationClient;

const backend = queryBackend({
  DescribeStacks: ({ StackName = '' }) => {
    if (StackName === 'broken') throw new AwsError('ValidationError', 'a < b & "c"');
    if (StackName === 'burning') throw new AwsError('InternalFailure', 'on fire', 503);
    const stack = { StackName, CreationTime: '2026-11-22T00:00:00Z', StackStatus: 'CREATE_COMPLETE' };
    return {
      Stacks: [{ ...stack, DisableRollback: false, TimeoutInMinutes: 5, Tags: [] }],
      NextToken: undefined,
    };
  },
});

beforeAll(async () => {
  proxy = await startRecordingProxy({ clock, backends: { cloudformation: backend } });
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  cloudformation = new CloudFormationClient({
    endpoint: proxy.url,
    region: 'eu-west-1',
    credentials,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  await proxy.close();
  clock.stop();
});

const describeStack = async (StackName: string) =>
  (await cloudformation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];

test('The SDK reads lists, numbers, truths and times', async () => {
  expect(await describeStack('hub')).toEqual({
    StackName: 'hub',
    CreationTime: new Date('2026-11-22T00:00:00Z'),
    StackStatus: 'CREATE_COMPLETE',
    DisableRollback: false,
    TimeoutInMinutes: 5,
    Tags: [],
  });
});

test('A text comes through the form and the XML as it was', async () => {
  // XML has no way to write the other control characters, nor has AWS.
  const text = fc.stringMatching(/^[\t\n\r -\uD7FF]*$/).map((inner) => `[${inner}]`);
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      expect((await describeStack(name))?.StackName).toBe(name);
    }),
    { numRuns: 50 },
  );
});

test('A refusal has its code, message and status', async () => {
  await expect(describeStack('broken')).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'a < b & "c"',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
  await expect(describeStack('burning')).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  expect(proxy.calls.map(({ errorCode }) => errorCode)).toContain('ValidationError');
});

test('An operation that is not emulated is refused', async () => {
  await expect(cloudformation.send(new ListStackSetsCommand({}))).rejects.toMatchObject({
    name: 'InvalidAction',
  });
});

test('The structures of a list are read in their order', () => {
  const input = {
    'Filters.member.2.Name': 'two',
    'Filters.member.1.Name': 'one',
    'Filters.member.1.Values': 'x',
    'Filters.member.10.Name': 'beyond a gap',
  };
  expect(structuresOf(input, 'Filters')).toEqual([{ Name: 'one', Values: 'x' }, { Name: 'two' }]);
  expect(structuresOf({}, 'Filters')).toEqual([]);
});
