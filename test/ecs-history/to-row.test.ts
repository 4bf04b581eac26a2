import { describe, expect, test } from 'vitest';
import {
  aContainer,
  aDeploymentEvent,
  anEventOf,
  arnOf,
  aServiceAction,
  aTaskStop,
  rowOf,
} from '#test/ecs-history/an-ecs-event.ts';

test('a stopped task says where it ran, why it stopped and which container failed', () => {
  expect(rowOf(aTaskStop())).toMatchObject({
    event_time: '2026-11-20T10:00:00.000Z',
    account_id: '111122223333',
    region: 'eu-central-1',
    detail_type: 'ECS Task State Change',
    cluster: 'harbour',
    service: 'ferry',
    task_group: 'service:ferry',
    task_id: '5f1c0a9be2d34e6f8a7b6c5d4e3f2a10',
    task_definition: 'ferry:42',
    deployment_id: 'ecs-svc/4012345678901234567',
    launch_type: 'FARGATE',
    availability_zone: 'eu-central-1b',
    last_status: 'STOPPED',
    stop_code: 'EssentialContainerExited',
    stopped_reason: 'Essential container in task exited',
    container: 'deck',
    exit_code: 1,
    image_digest: 'sha256:0c0ffee0',
    version: 5,
    event_name: null,
    ec2_instance_id: null,
  });
});

test('times of two, three and nine digits behind the second are written alike', () => {
  expect(rowOf(aTaskStop())).toMatchObject({
    created_at: '2026-11-20T09:58:01.500Z',
    started_at: '2026-11-20T09:58:30.190Z',
    stopping_at: '2026-11-20T09:59:50.250Z',
    stopped_at: '2026-11-20T10:00:00.618Z',
  });
});

test.each([undefined, null, '', 'yesterday', '2026-11-20', '20 Nov 2026 10:00:00 GMT', 1_795_000_000, '9'])(
  'a time that is %j is none',
  (startedAt) => {
    expect(rowOf(aTaskStop({ startedAt })).started_at).toBeNull();
  },
);

test('a task that belongs to no service has none, and keeps its group', () => {
  const row = rowOf(aTaskStop({ group: 'family:tide-report', startedBy: 'night shift' }));

  expect(row).toMatchObject({ service: null, task_group: 'family:tide-report', deployment_id: null });
  expect(row.started_by).toBe('night shift');
});

test('an old ARN has no cluster: the event names it', () => {
  const taskArn = arnOf('task/5f1c0a9be2d34e6f8a7b6c5d4e3f2a10');

  expect(rowOf(aTaskStop({ taskArn }))).toMatchObject({
    cluster: 'harbour',
    task_id: '5f1c0a9be2d34e6f8a7b6c5d4e3f2a10',
  });
  expect(rowOf(anEventOf('ECS Service Action', 'service/ferry', { clusterArn: undefined }))).toMatchObject({
    cluster: null,
    service: 'ferry',
  });
});

test('a deployment names no cluster: its service does', () => {
  expect(rowOf(aDeploymentEvent('FAILED'))).toMatchObject({
    event_name: 'SERVICE_DEPLOYMENT_FAILED',
    cluster: 'harbour',
    service: 'ferry',
    deployment_id: 'ecs-svc/4012345678901234567',
    updated_at: '2026-11-20T10:00:00.000Z',
  });
});

test('a placement failure says what was short', () => {
  expect(rowOf(aServiceAction('SERVICE_TASK_PLACEMENT_FAILURE', { reason: 'RESOURCE:CPU' }))).toMatchObject({
    event_type: 'ERROR',
    event_name: 'SERVICE_TASK_PLACEMENT_FAILURE',
    service: 'ferry',
    reason: 'RESOURCE:CPU',
  });
});

test('a hook says which deployment waits, and until when', () => {
  const deployment = 'service-deployment/harbour/ferry/Tq0sXv1Lr8';
  const event = anEventOf('ECS Hook State Change', deployment, {
    eventType: 'INFO',
    eventName: 'HOOK_AWAITING_ACTION',
    hookId: 'hk-01',
    hookType: 'PAUSE',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
    serviceDeploymentArn: arnOf(deployment),
    expiresAt: '2026-11-20T10:10:00.123456789Z',
  });

  expect(rowOf(event)).toMatchObject({
    service: 'ferry',
    service_deployment: 'Tq0sXv1Lr8',
    hook_id: 'hk-01',
    hook_type: 'PAUSE',
    lifecycle_stage: 'POST_TEST_TRAFFIC_SHIFT',
    expires_at: '2026-11-20T10:10:00.123Z',
  });
});

test('the health of an instance names the checks that failed, and the first reason', () => {
  const healthChecks = [
    { type: 'CONTAINER_RUNTIME', status: 'OK', statusReason: null },
    { type: 'AGENT_CONNECTIVITY', status: 'INSUFFICIENT_DATA', statusReason: null },
    { type: 'ACCELERATED_COMPUTE', status: 'IMPAIRED', statusReason: 'XID_79' },
  ];
  const detail = {
    containerInstanceArn: arnOf('container-instance/harbour/9ab8'),
    ec2InstanceId: 'i-0aa11bb22cc33dd44',
    capacityProviderName: null,
    overallStatus: 'IMPAIRED',
    healthChecks,
  };

  expect(rowOf(anEventOf('ECS Container Instance Health Change', '', detail))).toMatchObject({
    container_instance: '9ab8',
    ec2_instance_id: 'i-0aa11bb22cc33dd44',
    capacity_provider: null,
    overall_status: 'IMPAIRED',
    failed_checks: 'AGENT_CONNECTIVITY, ACCELERATED_COMPUTE',
    reason: 'XID_79',
  });
});

test.each([
  [true, true],
  [false, false],
  ['false', false],
  ['maybe', null],
  [undefined, null],
])('an agent that is connected: %j is %j', (agentConnected, expected) => {
  const detail = { agentConnected, status: 'ACTIVE', version: 77 };
  const row = rowOf(anEventOf('ECS Container Instance State Change', 'container-instance/9ab8', detail));

  expect(row).toMatchObject({ agent_connected: expected, instance_status: 'ACTIVE', version: 77 });
});

test('a daemon without resources has its own name, definition and deployment', () => {
  const row = rowOf(
    anEventOf('ECS Daemon Service Action', '', {
      eventType: 'WARNING',
      eventName: 'DAEMON_TASK_START_IMPAIRED',
      failureType: 'TASK_CREATION_FAILED',
      daemonArn: arnOf('daemon/harbour/lamplighter'),
      daemonTaskDefinitionArn: arnOf('daemon-task-definition/lamp:3'),
      daemonDeploymentArn: arnOf('daemon-deployment/harbour/lamplighter/0EY'),
    }),
  );

  expect(row).toMatchObject({ daemon: 'lamplighter', task_definition: 'lamp:3', deployment_id: '0EY' });
  expect(row).toMatchObject({ service: null, cluster: 'harbour', failure_type: 'TASK_CREATION_FAILED' });
});

test('words of strangers are one line of five hundred letters at most', () => {
  const long = `Exited\n\n${'ferry '.repeat(200)}`;
  const row = rowOf(aTaskStop({ stoppedReason: long, containers: [aContainer({ reason: long })] }));

  for (const cell of [row.stopped_reason, row.container_reason]) {
    expect(cell).toMatch(/^Exited ferry .+…$/);
    expect(cell).toHaveLength(500);
  }
});

describe('an event without a time', () => {
  test('has that of what happened', () => {
    expect(rowOf(aTaskStop({}, { time: undefined })).event_time).toBe('2026-11-20T10:00:00.618Z');
    expect(rowOf(aTaskStop({ updatedAt: undefined }, { time: 'soon' })).event_time).toBe(
      '2026-11-20T09:58:01.500Z',
    );
  });

  test('is refused where it has no time at all', () => {
    const timeless = { updatedAt: undefined, createdAt: undefined };

    expect(() => rowOf(aTaskStop(timeless, { time: undefined }))).toThrow('Event has no time');
  });
});

test.each([
  ['another source', { source: 'aws.health' }],
  ['no account', { account: undefined }],
  ['no detail', { detail: 'text' }],
])('an event with %s is unreadable', (_, envelope) => {
  expect(() => rowOf(aTaskStop({}, envelope))).toThrow('Message is unreadable');
});

describe('the hash of an event', () => {
  const hashOf = (event: unknown) => rowOf(event).event_hash;

  test('is that of its copy', () => {
    expect(hashOf(aTaskStop())).toBe(hashOf(structuredClone(aTaskStop())));
    expect(hashOf(aTaskStop())).toMatch(/^[0-9a-f]{32}$/);
  });

  test.each([
    ['version', { version: 6 }],
    ['status', { lastStatus: 'DEPROVISIONING' }],
    ['exit code', { containers: [aContainer({ exitCode: 2 })] }],
  ])('differs with the %s, though AWS gives both one id', (_, detail) => {
    expect(hashOf(aTaskStop(detail))).not.toBe(hashOf(aTaskStop()));
  });

  test('differs between two events that have the same id and time', () => {
    const [cpu, memory] = ['RESOURCE:CPU', 'RESOURCE:MEMORY'].map((reason) =>
      hashOf(aServiceAction('SERVICE_TASK_PLACEMENT_FAILURE', { reason })),
    );

    expect(cpu).not.toBe(memory);
  });
});
