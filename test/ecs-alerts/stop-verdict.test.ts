import { describe, expect, test } from 'vitest';
import { isStop, stopVerdictOf } from '#lambdas/ecs-alerts/stops/stop-verdict.ts';
import { TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';
import { aContainer, aStoppedTask } from '#test/ecs-alerts/an-ecs-event.ts';

const task = (fields: Record<string, unknown> = {}) => TaskState.parse(aStoppedTask(fields).detail);
const verdict = (fields: Record<string, unknown>) => stopVerdictOf(task(fields)).verdict;
const scheduled = (stoppedReason: string) =>
  verdict({ stopCode: 'ServiceSchedulerInitiated', stoppedReason, containers: [] });

describe('a stop is', () => {
  test.each([
    [
      'out of memory, by the reason of a container',
      'out-of-memory',
      {
        containers: [
          aContainer({ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }),
        ],
      },
    ],
    ['a crash, where an exit code is not 0', 'crash', {}],
    [
      'the exit of a service that should go on',
      'service-exit',
      { containers: [aContainer({ exitCode: 0 })] },
    ],
    [
      'quiet, where a task of no service has done its work',
      'quiet',
      { group: 'family:report', containers: [aContainer({ exitCode: 0 })] },
    ],
    [
      'a crash of a task of no service',
      'crash',
      { group: 'family:report', containers: [aContainer({ exitCode: 2 })] },
    ],
    [
      'not understood, where nothing says how the containers ended',
      'unknown',
      { containers: [aContainer({ exitCode: undefined })] },
    ],
    [
      'a start that failed',
      'cannot-start',
      { stopCode: 'TaskFailedToStart', containers: [aContainer({ exitCode: undefined })] },
    ],
    ['Spot, by its notice', 'spot', { stopCode: 'TerminationNotice', lastStatus: 'RUNNING', containers: [] }],
    [
      'Spot, by its end',
      'spot',
      { stopCode: 'SpotInterruption', containers: [aContainer({ exitCode: 137 })] },
    ],
    ['maintenance', 'maintenance', { stopCode: 'InfrastructureHealth', containers: [] }],
    [
      'a retirement of Fargate, whatever its code',
      'maintenance',
      { stopCode: undefined, stoppedReason: 'Task is being retired by AWS Fargate', containers: [] },
    ],
    ['a person’s doing', 'user', { stopCode: 'UserInitiated', containers: [] }],
    [
      'the end of its host',
      'host-gone',
      {
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Host EC2 (instance i-0abc) terminated.',
        containers: [],
      },
    ],
    [
      'the end of its registration',
      'host-gone',
      {
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Container instance deregistration forced by user',
        containers: [],
      },
    ],
    [
      'unknown without a code',
      'unknown',
      { stopCode: undefined, stoppedReason: 'Something new', containers: [] },
    ],
    ['unknown with a code of tomorrow', 'unknown', { stopCode: 'QuantumDecoherence', containers: [] }],
    [
      'not understood, where only some containers say that they ended well',
      'unknown',
      {
        group: 'family:report',
        containers: [
          aContainer({ exitCode: undefined, reason: 'ContainerRuntimeTimeoutError' }),
          aContainer({ exitCode: 0 }),
        ],
      },
    ],
    [
      'a person’s doing, whatever the person wrote',
      'user',
      {
        stopCode: 'UserInitiated',
        stoppedReason: 'failed our own health check, maintenance',
        containers: [],
      },
    ],
    [
      'the end of its host, whatever the code',
      'host-gone',
      {
        stopCode: 'TerminationNotice',
        stoppedReason: 'Host EC2 (instance i-0a) terminated.',
        containers: [],
      },
    ],
  ])('%s', (_, wanted, fields) => expect(verdict(fields)).toBe(wanted));
});

describe('what the scheduler stops is', () => {
  test.each([
    [
      'unhealthy',
      'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/1)',
    ],
    ['unhealthy', 'task failed elb health checks in (elb web)'],
    ['unhealthy', 'Task failed container health checks'],
    ['rollout', 'Scaling activity initiated by (deployment ecs-svc/6100000000000000042)'],
    ['rollout', 'Availability-zone rebalancing initiated by (deployment ecs-svc/6100000000000000042)'],
    ['scheduler', 'A text that AWS has not written yet'],
  ])('%s: "%s"', (wanted, text) => expect(scheduled(text)).toBe(wanted));
});

describe('to blame is', () => {
  const blamed = (...containers: unknown[]) => stopVerdictOf(task({ containers })).culprit?.name;

  test('the app that exits with 2, not envoy that exits with 0 (fivexl sample)', () => {
    expect(blamed(aContainer({ name: 'envoy', exitCode: 0 }), aContainer({ name: 'app', exitCode: 2 }))).toBe(
      'app',
    );
  });
  test.each(['aws-guardduty-agent-x7f2', 'ecs-service-connect-4Gh', 'envoy'])(
    'the app before %s, which AWS puts in and which falls with it',
    (name) =>
      expect(blamed(aContainer({ name, exitCode: 137 }), aContainer({ name: 'app', exitCode: 1 }))).toBe(
        'app',
      ),
  );
  test('what AWS puts in, where nothing else has failed', () => {
    expect(
      blamed(
        aContainer({ name: 'app', exitCode: 0 }),
        aContainer({ name: 'envoy', exitCode: 1, image: undefined }),
      ),
    ).toBe('envoy');
  });
  test('who ran out of memory before who was killed for it', () => {
    expect(
      blamed(
        aContainer({ name: 'sidecar', exitCode: 143 }),
        aContainer({ name: 'app', exitCode: 137, reason: 'OutOfMemory' }),
      ),
    ).toBe('app');
  });
  test('nobody, where others stopped the task: exit codes say nothing then', () => {
    const stoppedReason = 'Task failed ELB health checks in (target-group web)';
    expect(
      stopVerdictOf(
        task({
          stopCode: 'ServiceSchedulerInitiated',
          stoppedReason,
          containers: [aContainer({ exitCode: 137 })],
        }),
      ).culprit,
    ).toBeUndefined();
  });
  test('nobody, where no container says anything', () => {
    expect(blamed(aContainer({ exitCode: 0 }), aContainer({ name: 'b', exitCode: 0 }))).toBeUndefined();
  });
});

test.each([
  [true, { lastStatus: 'STOPPED' }],
  [true, { lastStatus: 'RUNNING', stopCode: 'TerminationNotice' }],
  [false, { lastStatus: 'DEACTIVATING' }],
  [false, { lastStatus: 'STOPPING' }],
  [false, { lastStatus: 'DEPROVISIONING' }],
  [false, { lastStatus: undefined }],
])('is it a stop: %s for %o', (wanted, fields) => expect(isStop(task(fields))).toBe(wanted));
