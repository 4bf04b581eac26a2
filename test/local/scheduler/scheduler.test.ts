import { expect, test, vi } from 'vitest';
import type { TargetResult } from '#local/attempts.ts';
import { Clock } from '#local/clock.ts';
import type { Schedule } from '#local/estate.ts';
import type { DeadLetter } from '#local/scheduler/dead-letter.ts';
import { type SchedulerOptions, startScheduler } from '#local/scheduler/scheduler.ts';

const START = Date.parse('2026-11-03T10:00:00Z');
const MINUTE = 60_000;
const DEAD = 'arn:aws:sqs:eu-west-1:111122223333:dead';

const aSchedule = (schedule: Partial<Schedule> = {}): Schedule => ({
  logicalId: 'Tick',
  name: 'tick',
  arn: 'arn:aws:scheduler:eu-west-1:111122223333:schedule/default/tick',
  stackName: 'Hub',
  expression: 'rate(1 minute)',
  targetArn: 'arn:aws:lambda:eu-west-1:111122223333:function:tick',
  roleArn: 'arn:aws:iam::111122223333:role/tick',
  input: '{"at":"<aws.scheduler.scheduled-time>"}',
  enabled: true,
  ...schedule,
});

function start(schedule: Partial<Schedule> = {}, options: Partial<SchedulerOptions> = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  const clock = new Clock();
  const inputs: unknown[] = [];
  const letters: [string, DeadLetter][] = [];
  const scheduler = startScheduler({
    schedules: [aSchedule(schedule)],
    clock,
    async invoke(_, input): Promise<TargetResult> {
      inputs.push(JSON.parse(input));
      return { status: 'ok' };
    },
    sendToDeadLetter: (arn, message) => letters.push([arn, message]),
    ...options,
  });
  return { clock, scheduler, inputs, letters };
}

const failing = (attempts: unknown[]) => async (_: Schedule, input: string) => {
  attempts.push(input);
  return { status: 'error', errorType: 'Timeout', errorMessage: 'too slow' } as const;
};

const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

test('a schedule fires each time it is due, with its input and the moment in it', () => {
  const { clock, inputs } = start();
  clock.advance(59_999);
  expect(inputs).toEqual([]);
  clock.advance(1);
  clock.advance(MINUTE);
  expect(inputs).toEqual([{ at: '2026-11-03T10:01:00Z' }, { at: '2026-11-03T10:02:00Z' }]);
});

test('a move over many due moments fires for the last of them', () => {
  const { clock, inputs, scheduler } = start();
  clock.advance(60 * MINUTE + 5000);
  expect(inputs).toEqual([{ at: '2026-11-03T11:00:00Z' }]);
  expect(scheduler.next('tick')).toBe(START + 61 * MINUTE);
});

test('a move over many due moments fires for each of them if asked to', () => {
  const { clock, inputs } = start({ expression: 'cron(0/15 * * * ? *)' }, { catchUp: 'all' });
  clock.advance(60 * MINUTE);
  expect(inputs).toHaveLength(4);
});

test('a disabled schedule fires by hand only', async () => {
  const { clock, inputs, scheduler } = start({ enabled: false });
  clock.advance(60 * MINUTE);
  expect(scheduler.next('tick')).toBeUndefined();
  expect(await scheduler.trigger('tick')).toEqual({ status: 'ok' });
  expect(await scheduler.trigger(aSchedule().arn)).toEqual({ status: 'ok' });
  expect(inputs).toEqual([{ at: '2026-11-03T11:00:00Z' }, { at: '2026-11-03T11:00:00Z' }]);
  expect(() => scheduler.trigger('tock')).toThrow(/no schedule named tock/);
});

test('a paused scheduler skips what is due meanwhile', () => {
  const { clock, inputs, scheduler } = start();
  scheduler.pause();
  clock.advance(10 * MINUTE);
  scheduler.resume();
  scheduler.resume();
  expect(inputs).toEqual([]);
  clock.advance(MINUTE);
  expect(inputs).toEqual([{ at: '2026-11-03T10:11:00Z' }]);
});

test('a target that fails is tried again, then its input goes to the dead letters', async () => {
  const attempts: unknown[] = [];
  const retry = { maximumRetryAttempts: 2, maximumEventAgeSeconds: 3600 };
  const { clock, scheduler, letters } = start(
    { expression: 'cron(0 0 1 1 ? *)', deadLetterArn: DEAD },
    { invoke: failing(attempts), retry },
  );
  expect(await scheduler.trigger('tick')).toMatchObject({ status: 'error' });
  for (const seconds of [1, 2]) {
    clock.advance(seconds * 1000);
    await settled();
  }
  expect(attempts).toHaveLength(3);
  const [arn, { body, attributes }] = letters[0] ?? ['', { body: '', attributes: {} }];
  expect(arn).toBe(DEAD);
  expect(JSON.parse(body)).toEqual({ at: '2026-11-03T10:00:00Z' });
  expect(attributes).toMatchObject({
    ERROR_CODE: { StringValue: 'Timeout' },
    ERROR_MESSAGE: { StringValue: 'too slow' },
    EXHAUSTED_RETRY_CONDITION: { StringValue: 'MaximumRetryAttempts' },
    RETRY_ATTEMPTS: { StringValue: '2' },
    SCHEDULE_ARN: { StringValue: aSchedule().arn },
  });
});

test('an execution that is too old is not tried again', async () => {
  const attempts: unknown[] = [];
  const { clock, scheduler, letters } = start(
    { expression: 'cron(0 0 1 1 ? *)', deadLetterArn: DEAD },
    { invoke: failing(attempts) },
  );
  await scheduler.trigger('tick');
  clock.advance(24 * 60 * MINUTE);
  await settled();
  expect(attempts).toHaveLength(2);
  expect(letters[0]?.[1].attributes.EXHAUSTED_RETRY_CONDITION?.StringValue).toBe('MaximumEventAgeInSeconds');
});
