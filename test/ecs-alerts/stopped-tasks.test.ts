import { describe, expect, test } from 'vitest';
import { toObservation } from '#lambdas/health-alerts/to-observation.ts';
import {
  ACCOUNT,
  aContainer,
  anEcsEvent,
  aStoppedTask,
  observed,
  taskId,
  theAlert,
} from '#test/ecs-alerts/an-ecs-event.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';

const scaling = { stopCode: 'ServiceSchedulerInitiated', containers: [] };

describe('the alert of a stopped task', () => {
  test('names the container, its exit code, the reason, and links task and service (hackoregon/civic-devops#154)', async () => {
    const { title, summary, links, part } = await theAlert(aStoppedTask());

    expect(title).toBe('web: app exits with 1');
    expect(summary).toContain('Container app exited with 1');
    expect(summary).toContain('ECS says: Essential container in task exited');
    expect(summary).toContain('task definition web:42, started by deployment ecs-svc/6100000000000000042');
    expect(summary).toMatch(/Image sha256:3f5e/);
    expect(links.map(({ label }) => label)).toEqual(['Open the task', 'Open the service']);
    expect(links[0]?.url).toContain(
      `/ecs/v2/clusters/prod/tasks/${taskId(1)}/configuration?region=eu-west-1`,
    );
    expect(part).toMatchObject({
      account: ACCOUNT,
      region: 'eu-west-1',
      resources: [{ id: `prod/${taskId(1)}` }],
    });
  });

  test('links the exact log stream, and shows its last lines only where settings ask for them', async () => {
    const log = { group: '/ecs/web', stream: `app/app/${taskId(1)}`, region: 'eu-west-1' };
    const ports = { findLog: async () => log, readLog: async () => ['Cannot reach the database'] };
    const plain = await theAlert(aStoppedTask(), { ports });
    const withLines = await theAlert(aStoppedTask(), { ports, settings: { logLines: 3 } });

    expect(plain.links[1]?.url).toBe(
      `https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fweb/log-events/app$252Fapp$252F${taskId(1)}`,
    );
    expect(plain.summary).not.toContain('Cannot reach');
    expect(withLines.summary).toContain('Last lines of its log:\nCannot reach the database');
  });

  test('calls 137 without a memory reason killed, not out of memory (dmitryint/aws-lambda-aws-to-slack)', async () => {
    const killed = await theAlert(aStoppedTask({ containers: [aContainer({ exitCode: 137 })] }));
    const starved = await theAlert(
      aStoppedTask({ containers: [aContainer({ exitCode: 137, reason: 'OutOfMemoryError: killed' })] }),
    );

    expect(killed.title).toBe('web: app exits with 137');
    expect(killed.summary).toContain('killed (SIGKILL)');
    expect(starved.title).toBe('web: app runs out of memory');
  });

  test('tells kills by load balancers though the code says only that the scheduler did it (aws/containers-roadmap#612)', async () => {
    const stoppedReason = 'Task failed ELB health checks in (target-group web)';
    const { title, severity, facts } = await theAlert(aStoppedTask({ ...scaling, stoppedReason }));

    expect([title, severity]).toEqual(['web: tasks fail their health checks', 'error']);
    expect(facts[0]?.value).toContain('grace period');
  });

  test.each([
    [
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): registry.example/web:9 not found',
      'image and tag exist',
    ],
    ['CannotPullContainerError: dial tcp 10.0.0.4:443: i/o timeout', 'NAT gateway'],
    [
      'ResourceInitializationError: unable to pull secrets or registry auth: AccessDenied for ssm:GetParameters',
      'secrets exist',
    ],
    ['ResourceInitializationError: failed to validate logger args: log group does not exist', 'log group'],
    ['CannotStartContainerError: exec format error', 'architecture of the image'],
    ['InternalError: something broke', 'support case'],
  ])('gives a hint for what a start failed of: %s', async (stoppedReason, hint) => {
    const alert = await theAlert(
      aStoppedTask({
        stopCode: 'TaskFailedToStart',
        stoppedReason,
        containers: [aContainer({ exitCode: undefined })],
      }),
    );

    expect([alert.title, alert.severity]).toEqual(['web: tasks cannot start', 'error']);
    expect(alert.facts[0]?.value).toContain(hint);
  });

  test('renders without ec2InstanceId, reason, digest, image or revision (fivexl slack_notifications.py: KeyError)', async () => {
    const bare = {
      stoppedReason: undefined,
      startedBy: undefined,
      taskDefinitionArn: undefined,
      launchType: undefined,
      group: undefined,
      clusterArn: undefined,
    };
    const { title, summary } = await theAlert(
      aStoppedTask({ ...bare, containers: [{ name: 'app', exitCode: 1 }] }),
    );

    expect(title).toBe('a task: app exits with 1');
    expect(summary).toContain('Container app exited with 1');
  });

  test('never holds a value of the environment, wherever ECS may write it (fivexl: LOG_EVENTS=true)', async () => {
    const secret = 'hunter2-from-env';
    const hidden = { environment: [{ name: 'DB_PASSWORD', value: secret }] };
    const everywhere = {
      containers: [{ ...aContainer(), ...hidden }],
      ...hidden,
      overrides: { containerOverrides: [hidden] },
    };

    for (const event of [aStoppedTask(everywhere), anEcsEvent('ECS Tomorrow', everywhere)]) {
      expect(JSON.stringify(event)).toContain(secret);
      expect(JSON.stringify(await observed(event))).not.toContain(secret);
    }
  });
});

describe('nobody hears of', () => {
  test.each([
    [
      'what a deployment stops (fivexl default filter)',
      { ...scaling, stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' },
    ],
    [
      'what is rebalanced between zones',
      { ...scaling, stoppedReason: 'Availability-zone rebalancing initiated by (deployment ecs-svc/1)' },
    ],
    [
      'a batch task that ends well (wellcomecollection/platform#966)',
      { group: 'family:nightly', containers: [aContainer({ exitCode: 0 })] },
    ],
    ['what a person stopped', { stopCode: 'UserInitiated', containers: [] }],
    ['a state before the last, which carries the reason already', { lastStatus: 'STOPPING' }],
  ])('%s', async (_, fields) => expect(await observed(aStoppedTask(fields))).toEqual([]));

  test('unless settings ask for what a person stopped', async () => {
    const { severity, title } = await theAlert(aStoppedTask({ stopCode: 'UserInitiated', containers: [] }), {
      settings: { userStops: true },
    });

    expect([severity, title]).toEqual(['info', 'web: task stopped by a person or a program']);
  });
});

describe('one alert holds', () => {
  const keyOf = async (fields: Record<string, unknown>, number = 1) =>
    (await theAlert(aStoppedTask(fields, {}, number))).key;

  test('all tasks of a service that die of the same, of one revision', async () => {
    expect(await keyOf({}, 2)).toBe(await keyOf({}, 1));
  });
  test.each([
    ['another service', { group: 'service:api' }],
    ['another cluster', { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/dev' }],
    ['another verdict', { stopCode: 'TaskFailedToStart' }],
    ['another container', { containers: [aContainer({ name: 'worker' })] }],
    ['another revision', { taskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:43' }],
  ])('not those of %s', async (_, fields) => expect(await keyOf(fields)).not.toBe(await keyOf({})));

  test('a Spot task’s notice and its end, once, for the whole cluster', async () => {
    const notice = await theAlert(
      aStoppedTask({ stopCode: 'TerminationNotice', lastStatus: 'RUNNING', containers: [] }),
    );
    const end = await theAlert(aStoppedTask({ stopCode: 'SpotInterruption', group: 'service:api' }));

    expect(notice).toMatchObject({ severity: 'info', title: 'prod: Spot interruptions', key: end.key });
    expect(notice.occurrence?.id).toBe(end.occurrence?.id);
  });

  test('tasks of a name that has an old ARN, and of a new one', async () => {
    const old = await theAlert(
      aStoppedTask({ taskArn: `arn:aws:ecs:eu-west-1:111122223333:task/${taskId(1)}` }),
    );

    expect(old.key).toBe(await keyOf({}));
    expect(old.part.resources[0]?.id).toBe(`prod/${taskId(1)}`);
  });
});

test('dev and prod can go to different channels: cluster, account, OU and tags are labels (CMSgov/ab2d#1832)', async () => {
  const accounts = [{ id: ACCOUNT, name: 'shop', ou: '/prod', owner: 'shop', tags: { stage: 'prod' } }];
  const { labels, owner, part } = await theAlert(aStoppedTask(), { accounts });

  expect(labels).toMatchObject({
    cluster: ['prod'],
    service: ['web'],
    verdict: ['crash'],
    ou: ['/prod'],
    'tag:stage': ['prod'],
  });
  expect([owner, part.accountName]).toEqual(['shop', 'shop']);
});

const toHealth = (detail: Record<string, unknown>) =>
  toObservation(
    aReadEvent({ eventRegion: 'eu-west-1', ...detail }),
    { id: ACCOUNT, tags: {} },
    { reminderDays: [], quietAfterDays: 14 },
  );

test('what Fargate retires stands in the thread of AWS Health’s announcement', async () => {
  const stop = await theAlert(aStoppedTask({ stopCode: 'InfrastructureHealth', containers: [] }));
  const health = toHealth({ service: 'ECS', eventTypeCode: 'AWS_ECS_TASK_PATCHING_RETIREMENT' });

  expect(stop.thread).toBe('ecs-retirement/111122223333/eu-west-1');
  expect(health.thread).toBe(stop.thread);
  expect(toHealth({ service: 'EC2' }).thread).toBeUndefined();
});

test('a retirement links AWS Health, which tells what is still to come', async () => {
  const { links, severity } = await theAlert(
    aStoppedTask({ stopCode: 'InfrastructureHealth', containers: [] }),
  );

  expect(severity).toBe('info');
  expect(links.find(({ label }) => label.includes('AWS Health'))?.url).toContain('health.aws.amazon.com');
});

test('the partial notice of AWS’s documentation, without time, version and containers, is told', async () => {
  const notice = anEcsEvent(
    'ECS Task State Change',
    {
      clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/default',
      createdAt: '2016-12-06T16:41:05.702Z',
      desiredStatus: 'STOPPED',
      lastStatus: 'RUNNING',
      stoppedReason: 'Your Spot Task was interrupted.',
      stopCode: 'TerminationNotice',
      taskArn: `arn:aws:ecs:us-east-1:111122223333:task/${taskId(9)}`,
    },
    {
      time: undefined,
      region: undefined,
      resources: [`arn:aws:ecs:us-east-1:111122223333:task/${taskId(8)}`],
    },
  );

  expect(await theAlert(notice)).toMatchObject({
    title: 'default: Spot interruptions',
    part: { region: 'us-east-1' },
    occurrence: { at: '2026-11-22T10:00:05.000Z' },
  });
});
