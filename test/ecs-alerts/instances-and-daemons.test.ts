import { describe, expect, test } from 'vitest';
import type { Observation } from '#lambdas/contracts/observation.ts';
import {
  aDaemonAction,
  aDaemonDeployment,
  anInstanceHealth,
  anInstanceState,
  aStoppedTask,
  observed,
  theAlert,
} from '#test/ecs-alerts/an-ecs-event.ts';

const ofKind = (alerts: Observation[], kind: string) =>
  alerts.find(({ key }) => key.startsWith(`ecs-${kind}/`));
const stateOf = async (fields: Record<string, unknown>, kind: string) =>
  ofKind(await observed(anInstanceState(fields)), kind);

describe('a drain', () => {
  test('is held back for as long as it may take, then says that it is stuck (aws/containers-roadmap#2467, #2685)', async () => {
    expect(await stateOf({}, 'drain')).toMatchObject({
      title: 'i-0a1b2c3d4e5f60718: drain is stuck',
      holdUntil: '2026-11-22T11:00:00.000Z',
      check: { subject: { what: 'instance', trouble: 'drain' } },
      part: {
        status: 'open',
        orderedBy: [
          ['version', 8],
          ['happenedAt', Date.parse('2026-11-22T10:00:00Z')],
        ],
      },
    });
  });
  test.each([
    ['the instance is active again', { status: 'ACTIVE' }],
    ['the instance is gone', { status: 'INACTIVE' }],
  ])('is over, for those who know of it, when %s', async (_, fields) => {
    expect(await stateOf(fields, 'drain')).toMatchObject({ quiet: true, part: { status: 'resolved' } });
  });
  test('is not over while tasks are counted, or not counted at all (aws/aws-cdk#13506)', async () => {
    expect((await stateOf({ runningTasksCount: 2 }, 'drain'))?.part.status).toBe('open');
    // Tasks that are being stopped are counted nowhere.
    expect((await stateOf({ runningTasksCount: 0 }, 'drain'))?.part.status).toBe('open');
    expect((await stateOf({ runningTasksCount: undefined }, 'drain'))?.part.status).toBe('open');
  });
});

describe('an agent', () => {
  test('that is disconnected is held back, and told only where it stays away', async () => {
    expect(await stateOf({ status: 'ACTIVE', agentConnected: false }, 'agent')).toMatchObject({
      title: 'i-0a1b2c3d4e5f60718: ECS agent is disconnected',
      holdUntil: '2026-11-22T10:15:00.000Z',
    });
  });
  test('that is there ends it', async () => {
    expect(await stateOf({ agentConnected: true }, 'agent')).toMatchObject({
      quiet: true,
      part: { status: 'resolved' },
    });
  });
});

test('a failed registration alerts, once; ACTIVE after each task does not', async () => {
  const failed = await theAlert(anInstanceState({ status: 'REGISTRATION_FAILED', agentConnected: false }));
  const usual = await observed(anInstanceState({ status: 'ACTIVE' }));

  expect(failed).toMatchObject({
    severity: 'error',
    title: expect.stringContaining('could not join the cluster prod') as string,
  });
  expect(usual.every(({ quiet }) => quiet === true)).toBe(true);
});

test('an instance of a machine of one’s own has no EC2 id, and is named by ECS’s', async () => {
  expect((await stateOf({ ec2InstanceId: undefined }, 'drain'))?.title).toContain(
    '4f2ad1c09b8e47d6a35c7e1f90b2d384',
  );
});

test('nobody misses the agent of an instance that is gone, and one stop of task and host is one alert', async () => {
  const gone = await observed(anInstanceState({ status: 'INACTIVE', agentConnected: false }));
  const stop = {
    stopCode: 'ServiceSchedulerInitiated',
    stoppedReason: 'Host EC2 (instance i-0a1b) terminated.',
    containers: [],
  };

  expect(gone.every(({ quiet }) => quiet === true)).toBe(true);
  expect(await theAlert(aStoppedTask(stop))).toMatchObject({
    severity: 'info',
    title: 'web: tasks lost their host',
  });
});

describe('the health of an instance', () => {
  test('alerts by its overall status, nulls and all', async () => {
    expect(await theAlert(anInstanceHealth())).toMatchObject({
      severity: 'error',
      title: 'i-0a1b2c3d4e5f60718: is impaired',
      summary: 'CONTAINER_RUNTIME is impaired\nCluster prod.',
    });
    expect((await theAlert(anInstanceHealth({ overallStatus: 'INSUFFICIENT_DATA' }))).severity).toBe(
      'warning',
    );
  });
  test('OK closes what was impaired', async () => {
    const ok = await theAlert(anInstanceHealth({ overallStatus: 'OK', healthChecks: [] }));

    expect(ok).toMatchObject({
      key: (await theAlert(anInstanceHealth())).key,
      quiet: true,
      part: { status: 'resolved' },
    });
  });
  test('a first look is no news', async () => {
    expect(await observed(anInstanceHealth({ overallStatus: 'INITIALIZING' }))).toEqual([]);
  });
});

describe('daemons', () => {
  test('WARNING ranks as WARN, and an event without resources or task renders (documentation sample)', async () => {
    expect(await theAlert(aDaemonAction())).toMatchObject({
      severity: 'warning',
      title: 'log-router: daemon cannot start its tasks',
      part: { resources: [{ id: 'prod/4f2ad1c09b8e47d6a35c7e1f90b2d384' }] },
    });
  });
  test('a rollout that is rolled back alerts although it is INFO', async () => {
    expect(await theAlert(aDaemonDeployment())).toMatchObject({
      severity: 'error',
      title: 'log-router: daemon deployment is rolled back',
    });
    expect(
      await theAlert(aDaemonDeployment({ eventName: 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED' })),
    ).toMatchObject({ severity: 'critical' });
  });
  test.each(['DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL', 'DAEMON_DEPLOYMENT_SUCCESSFUL'])(
    '%s ends it',
    async (eventName) => {
      expect(await theAlert(aDaemonDeployment({ eventName }))).toMatchObject({
        quiet: true,
        part: { status: 'resolved' },
      });
    },
  );
  test.each(['DAEMON_DEPLOYMENT_PENDING', 'DAEMON_DEPLOYMENT_IN_PROGRESS', 'DAEMON_DEPLOYMENT_STOPPED'])(
    '%s is no news',
    async (eventName) => expect(await observed(aDaemonDeployment({ eventName }))).toEqual([]),
  );
});
