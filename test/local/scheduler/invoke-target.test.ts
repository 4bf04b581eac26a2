import { expect, test } from 'vitest';
import type { Schedule } from '#local/estate.ts';
import { invokeTarget, type TargetPorts } from '#local/scheduler/invoke-target.ts';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:letters.fifo';
const BUS = 'arn:aws:events:eu-west-1:111122223333:event-bus/default';
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:tick';

const aSchedule = (targetArn: string, over: Partial<Schedule> = {}): Schedule => ({
  logicalId: 'Tick',
  name: 'tick',
  arn: 'arn:aws:scheduler:eu-west-1:111122223333:schedule/default/tick',
  stackName: 'Town',
  expression: 'rate(1 minute)',
  targetArn,
  roleArn: 'arn:aws:iam::111122223333:role/tick',
  input: '{}',
  enabled: true,
  ...over,
});

function somePorts(over: Partial<TargetPorts> = {}) {
  const calls: unknown[] = [];
  const ports: TargetPorts = {
    invokeFunction: async (...call) => {
      calls.push(call);
      return { status: 'ok' };
    },
    sendMessage: (...call) => calls.push(call),
    putEvents: async (...call) => {
      calls.push(call);
      return [{ EventId: 'e' }];
    },
    ...over,
  };
  return { calls, ports };
}

test('a function gets the input as its event', async () => {
  const { calls, ports } = somePorts();
  expect(await invokeTarget(aSchedule(FUNCTION), '{"tick":1}', ports)).toEqual({ status: 'ok' });
  expect(calls).toEqual([[FUNCTION, { tick: 1 }]]);
});

test('a queue gets the input as a message, of the group that the schedule names', async () => {
  const { calls, ports } = somePorts();
  const schedule = aSchedule(QUEUE, { messageGroupId: 'sweep' });
  expect(await invokeTarget(schedule, '{"kind":"sweep"}', ports)).toEqual({ status: 'ok' });
  expect(calls).toEqual([[QUEUE, { body: '{"kind":"sweep"}', groupId: 'sweep' }]]);
});

test('a bus gets the input as the detail of an event', async () => {
  const { calls, ports } = somePorts();
  const schedule = aSchedule(BUS, { event: { source: 'town.crier', detailType: 'Hour' } });
  expect(await invokeTarget(schedule, '{"hour":6}', ports)).toEqual({ status: 'ok' });
  expect(calls).toEqual([[BUS, [{ Source: 'town.crier', DetailType: 'Hour', Detail: '{"hour":6}' }]]]);
});

test.each<[string, Schedule, Partial<TargetPorts>]>([
  [
    'a queue that refuses the message',
    aSchedule(QUEUE),
    {
      sendMessage: () => {
        throw new Error('No group');
      },
    },
  ],
  [
    'a bus that refuses the event',
    aSchedule(BUS),
    { putEvents: async () => [{ ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'no' }] },
  ],
  ['a target of an unknown kind', aSchedule('arn:aws:states:eu-west-1:1:stateMachine:x'), {}],
  ['a function that cannot run', aSchedule(FUNCTION), { invokeFunction: () => Promise.reject(new Error()) }],
])('%s is an error that the scheduler tries again', async (_name, schedule, over) => {
  expect(await invokeTarget(schedule, '{}', somePorts(over).ports)).toMatchObject({ status: 'error' });
});
