import {
  CloudWatchLogsClient,
  GetLogEventsCommand,
  type GetLogEventsCommandInput,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const GROUP = '/ecs/cart';
const ARN = `arn:aws:logs:${HOME}:${MEMBER}:log-group:${GROUP}`;
const START = Date.parse('2026-11-02T12:00:00Z');

let served: ServedWorld;
let client: CloudWatchLogsClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(CloudWatchLogsClient, { account: MEMBER });
});
afterEach(() => served.close());

function given(...messages: string[]) {
  const events = messages.map((message, index) => ({ timestamp: START + index, message }));
  const streams = { 'ecs/app/1': events, quiet: [] };
  served.world.logs = [{ account: MEMBER, region: HOME, name: GROUP, streams }];
}
const ask = async (input: Partial<GetLogEventsCommandInput> = {}, of = client) => {
  const named = 'logGroupIdentifier' in input ? {} : { logGroupName: GROUP };
  const answer = await of.send(new GetLogEventsCommand({ ...named, logStreamName: 'ecs/app/1', ...input }));
  return { ...answer, messages: answer.events?.map(({ message }) => message) };
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`);
const refused = { name: 'InvalidParameterException' };

/** Follows the tokens of one direction until one comes back. */
async function pagesOf(direction: 'nextForwardToken' | 'nextBackwardToken', limit: number) {
  const startFromHead = direction === 'nextForwardToken';
  const pages: unknown[] = [];
  let token: string | undefined;
  for (;;) {
    const answer = await ask({ limit, startFromHead, ...(token ? { nextToken: token } : {}) });
    if (answer[direction] === token) return pages;
    pages.push(answer.messages);
    token = answer[direction];
  }
}

test('The latest events come unless the first are asked for, both in the order of their time', async () => {
  given(...numbered(5));
  expect((await ask({ limit: 2 })).messages).toEqual(['line 3', 'line 4']);
  expect((await ask({ limit: 2, startFromHead: true })).messages).toEqual(['line 0', 'line 1']);
  expect((await ask()).events?.[0]).toEqual({ timestamp: START, ingestionTime: START, message: 'line 0' });
});

test('Pages go to the end both ways, where the token comes back that was sent', async () => {
  given(...numbered(5));
  const forward = await pagesOf('nextForwardToken', 2);
  expect(forward).toEqual([['line 0', 'line 1'], ['line 2', 'line 3'], ['line 4']]);
  const backward = await pagesOf('nextBackwardToken', 2);
  expect(backward).toEqual([['line 3', 'line 4'], ['line 1', 'line 2'], ['line 0']]);
});

test('What is logged after the end is behind the token of the end', async () => {
  given('first');
  const { nextForwardToken: nextToken = '' } = await ask({ startFromHead: true });
  served.world.logs[0]?.streams['ecs/app/1']?.push({ timestamp: START + 9, message: 'second' });
  expect((await ask({ startFromHead: true, nextToken })).messages).toEqual(['second']);
});

test('Events can be asked for from a moment on, up to and without another', async () => {
  given(...numbered(5));
  const { messages } = await ask({ startTime: START + 1, endTime: START + 3 });
  expect(messages).toEqual(['line 1', 'line 2']);
});

test('An answer holds a megabyte at most', async () => {
  given('old', 'x'.repeat(700_000), 'y'.repeat(700_000));
  expect((await ask()).messages?.map((message) => message?.[0])).toEqual(['y']);
  expect((await ask({ startFromHead: true })).messages?.map((message) => message?.[0])).toEqual(['o', 'x']);
});

test('A stream without events has an end at once', async () => {
  given('elsewhere');
  const { events, nextForwardToken: nextToken = '' } = await ask({ logStreamName: 'quiet' });
  expect(events).toEqual([]);
  expect(await ask({ logStreamName: 'quiet', startFromHead: true, nextToken })).toMatchObject({
    nextForwardToken: nextToken,
  });
});

test('A group is found by its name or its ARN, which has no asterisk', async () => {
  given('hello');
  for (const logGroupIdentifier of [GROUP, ARN])
    expect((await ask({ logGroupIdentifier })).messages).toEqual(['hello']);
  await expect(ask({ logGroupIdentifier: `${ARN}:*` })).rejects.toMatchObject(refused);
  await expect(ask({ logGroupName: GROUP, logGroupIdentifier: ARN })).rejects.toMatchObject(refused);
});

test('A group or stream that is not there is told by name', async () => {
  given('hello');
  const missing = (kind: string) => ({
    name: 'ResourceNotFoundException',
    message: `The specified log ${kind} does not exist.`,
  });
  await expect(ask({ logGroupName: '/ecs/gone' })).rejects.toMatchObject(missing('group'));
  await expect(ask({ logStreamName: 'gone' })).rejects.toMatchObject(missing('stream'));
  for (const place of [{ account: HUB }, { account: MEMBER, region: 'eu-west-1' }]) {
    const elsewhere = served.clientOf(CloudWatchLogsClient, place);
    await expect(ask({}, elsewhere)).rejects.toMatchObject(missing('group'));
    await expect(ask({ logGroupIdentifier: ARN }, elsewhere)).rejects.toMatchObject(missing('group'));
  }
});

test.each([0, 10_001])('A limit of %i is refused', async (limit) => {
  given('hello');
  await expect(ask({ limit })).rejects.toMatchObject(refused);
});

test('A token is good for its own stream, a forward one only from the head', async () => {
  given(...numbered(5));
  const { nextForwardToken: nextToken = '' } = await ask({ limit: 1, startFromHead: true });
  await expect(ask({ nextToken })).rejects.toMatchObject(refused);
  await expect(ask({ nextToken, startFromHead: true, logStreamName: 'quiet' })).rejects.toMatchObject(
    refused,
  );
  await expect(ask({ nextToken: 'f/1/mine', startFromHead: true })).rejects.toMatchObject({
    ...refused,
    message: 'The specified nextToken is invalid.',
  });
});

test('A throttled call is refused as often as is said', async () => {
  given('hello');
  served.faults.throttle('logs:GetLogEvents', { times: 1 });
  await expect(ask()).rejects.toMatchObject({ name: 'ThrottlingException' });
  expect((await ask()).messages).toEqual(['hello']);
});
