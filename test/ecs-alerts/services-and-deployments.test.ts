import { describe, expect, test } from 'vitest';
import {
  aDeployment,
  aHook,
  anEcsEvent,
  aServiceAction,
  CLUSTER_ARN,
  observed,
  SERVICE_ARN,
  theAlert,
  told,
} from '#test/ecs-alerts/an-ecs-event.ts';

const inProgress = (reason: string) =>
  aDeployment({ eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS', reason });
const ROLLBACK = 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/41.';

describe('service actions', () => {
  test('tasks that do not start alert (wellcomecollection/platform-infrastructure#378)', async () => {
    expect(await theAlert(aServiceAction())).toMatchObject({
      severity: 'warning',
      title: 'web: tasks do not start, again and again',
      labels: { typeCode: ['SERVICE_TASK_START_IMPAIRED'] },
    });
  });

  test.each([
    ['RESOURCE:CPU', 'No instance has enough CPU left.'],
    ['RESOURCE:MEMORY', 'No instance has enough memory left.'],
    ['RESOURCE:FARGATE', 'Fargate has no capacity left here.'],
  ])(
    'a placement failure ranks as an error though it was sent as WARN, and says what lacks: %s (dmitryint sample)',
    async (reason, words) => {
      const { severity, summary } = await theAlert(
        aServiceAction({ eventName: 'SERVICE_TASK_PLACEMENT_FAILURE', eventType: 'WARN', reason }),
      );

      expect([severity, summary.split('\n')[0]]).toEqual(['error', words]);
    },
  );

  test('a name of tomorrow ranks by its type', async () => {
    const action = (eventType: string) => aServiceAction({ eventName: 'SERVICE_IS_SAD', eventType });

    expect((await theAlert(action('ERROR'))).severity).toBe('error');
    expect(await theAlert(action('WARNING'))).toMatchObject({
      severity: 'warning',
      title: 'web: service is sad',
    });
    expect(await observed(action('INFO'))).toEqual([]);
  });

  test.each([
    'SERVICE_DESIRED_COUNT_UPDATED',
    'TASKSET_STEADY_STATE',
    'CAPACITY_PROVIDER_STEADY_STATE',
    'TASKS_STOPPED',
  ])('%s is no trouble', async (eventName) =>
    expect(await told(aServiceAction({ eventName, eventType: 'INFO' }))).toEqual([]),
  );

  test('a steady state ends all that is open of its service, and posts nothing', async () => {
    expect(
      await told(aServiceAction({ eventName: 'SERVICE_STEADY_STATE', eventType: 'INFO' })),
    ).toMatchObject([
      {
        kind: 'standing',
        scope: `ecs/${SERVICE_ARN}`,
        status: 'resolved',
        why: 'the service reached a steady state',
      },
    ]);
  });

  test('a moment that lies days before the event is not believed (documentation sample)', async () => {
    const { occurrence } = await theAlert(aServiceAction({ createdAt: '2026-11-09T19:09:33.087Z' }));

    expect(occurrence?.at).toBe('2026-11-22T10:00:00.000Z');
  });
});

describe('deployments', () => {
  test('a failure and its rollback are told apart (wellcomecollection/platform#5434, theopensystemslab/planx-new#4245)', async () => {
    const failed = await theAlert(aDeployment());
    const back = await theAlert(inProgress(ROLLBACK));
    const byAlarm = await theAlert(inProgress('ECS deployment: rolling back, alarm Errors5xx is in ALARM'));

    expect(failed).toMatchObject({
      severity: 'error',
      title: 'web: deployment failed (circuit breaker)',
      key: back.key,
    });
    expect(back.title).toBe('web: deployment is rolled back by the circuit breaker');
    expect(byAlarm.title).toBe('web: deployment is rolled back by the alarm');
  });

  test('both events of one failure are one alert, whether they name the deployment or not', async () => {
    const asAction = aServiceAction({
      eventName: 'SERVICE_DEPLOYMENT_FAILED',
      eventType: 'ERROR',
      reason: 'circuit breaker',
    });

    expect((await theAlert(asAction)).key).toBe((await theAlert(aDeployment())).key);
  });

  test('of events of one moment the later stage stands (documentation samples share updatedAt)', async () => {
    const [failed, back] = [await theAlert(aDeployment()), await theAlert(inProgress(ROLLBACK))];

    expect(failed.part.orderedBy[0]).toEqual(back.part.orderedBy[0]);
    expect([failed.part.orderedBy[1], back.part.orderedBy[1]]).toEqual([
      ['stage', 1],
      ['stage', 2],
    ]);
  });

  test('one that begins is told only where settings ask for it', async () => {
    const begins = inProgress('ECS deployment ecs-svc/42 in progress.');

    expect(await observed(begins)).toEqual([]);
    expect(await theAlert(begins, { settings: { deployments: 'all' } })).toMatchObject({
      severity: 'info',
      title: 'web: is being deployed',
    });
  });

  test('one that is complete ends what is open of the service, from either type of event', async () => {
    const done = { eventName: 'SERVICE_DEPLOYMENT_COMPLETED', eventType: 'INFO', reason: 'completed' };

    for (const event of [aDeployment(done), aServiceAction(done)]) {
      expect(await told(event)).toMatchObject([
        { kind: 'standing', status: 'resolved', why: 'a deployment is complete' },
      ]);
    }
  });

  test('the cluster comes from the ARN, or from the event where the ARN is an old one', async () => {
    const old = { resources: ['arn:aws:ecs:eu-west-1:111122223333:service/web'] };

    expect((await theAlert(aServiceAction({ clusterArn: CLUSTER_ARN }, old))).scope).toBe(
      `ecs/${SERVICE_ARN}`,
    );
    expect((await theAlert(aDeployment())).labels['cluster']).toEqual(['prod']);
  });
});

describe('deployment hooks', () => {
  test('one that waits alerts with deadline, reminders and the lines to run, although it is INFO (fivexl filters WARN and ERROR)', async () => {
    const { deadline, remindAt, actions, severity, title } = await theAlert(aHook());

    expect([severity, title]).toEqual(['warning', 'web: deployment waits for a decision']);
    expect(deadline).toBe('2026-11-22T10:10:00.000Z');
    expect(remindAt).toEqual(['2026-11-22T10:05:00.000Z']);
    expect(actions.map(({ command }) => command)).toEqual(
      ['CONTINUE', 'ROLLBACK'].map(
        (action) =>
          `aws ecs continue-service-deployment --region eu-west-1 --service-deployment-arn arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/web/Qx8fJ2mVt0aLkP3r --hook-id hook-2f9c41d7 --action ${action}`,
      ),
    );
  });

  test('no command is made of an id that a shell would read as more', async () => {
    expect((await theAlert(aHook({ hookId: 'x; rm -rf /' }))).actions).toEqual([]);
  });

  test.each([
    ['HOOK_SUCCEEDED', 'Somebody let the deployment go on.'],
    ['HOOK_FAILED', 'Somebody chose to roll back.'],
    ['HOOK_TIMED_OUT', 'Nobody decided in time.'],
  ])('%s ends it, for those who know of it', async (eventName, entry) => {
    const end = await theAlert(aHook({ eventName }));

    expect(end).toMatchObject({
      key: (await theAlert(aHook())).key,
      quiet: true,
      entry,
      part: { status: 'resolved' },
    });
  });

  test('one that a function decides speaks up when it fails', async () => {
    const hook = (eventName: string) => aHook({ eventName, hookType: 'AWS_LAMBDA' });

    expect(await theAlert(hook('HOOK_TIMED_OUT'))).toMatchObject({ title: 'web: deployment hook timed out' });
    expect(await theAlert(aHook({ eventName: 'HOOK_FAILED', hookType: undefined }))).toMatchObject({
      severity: 'error',
    });
    expect(await theAlert(hook('HOOK_FAILED'))).toMatchObject({
      severity: 'error',
      title: 'web: deployment hook failed',
    });
    expect(await observed(hook('HOOK_IN_PROGRESS'))).toEqual([]);
  });
});

test('a service whose old ARN and event name no cluster is told without one, and not looked for in the wrong one', async () => {
  const old = { resources: ['arn:aws:ecs:eu-west-1:111122223333:service/web'] };
  const { summary, check, part } = await theAlert(aDeployment({}, old));

  expect([check, part.resources[0]?.id]).toEqual([undefined, 'web']);
  expect(summary).not.toContain('default');
});

test.each([
  ['a hook', aHook({ eventName: 'HOOK_EXPLODED', eventType: 'ERROR' })],
  ['a daemon', anEcsEvent('ECS Daemon Service Action', { eventName: 'constructor', eventType: 'ERROR' })],
  [
    'a daemon’s rollout',
    anEcsEvent('ECS Daemon Deployment State Change', {
      eventName: 'DAEMON_DEPLOYMENT_FAILED',
      eventType: 'ERROR',
    }),
  ],
])('trouble of %s by a name of tomorrow is told as it came', async (_, event) => {
  expect(await theAlert(event)).toMatchObject({ severity: 'error', title: event['detail-type'] });
});

test('a service action without a service is told, and ranks by its name (resources: [])', async () => {
  const event = aServiceAction({ eventName: 'SERVICE_TASK_PLACEMENT_FAILURE' }, { resources: [] });

  expect(await theAlert(event)).toMatchObject({ severity: 'error', title: 'ECS Service Action' });
  expect(
    await observed(aServiceAction({ eventName: 'TASKS_STOPPED', eventType: 'INFO' }, { resources: [] })),
  ).toEqual([]);
});

test('a type of tomorrow is told as it is, and counted (blox: errors, never deletes)', async () => {
  const counted: string[] = [];
  const event = anEcsEvent('ECS Teleport State Change', {
    eventType: 'WARN',
    status: 'LOST',
    reason: 'no beam',
  });
  const alert = await theAlert(event, { ports: { countUnknown: (type) => void counted.push(type) } });

  expect(alert).toMatchObject({
    severity: 'warning',
    title: 'ECS Teleport State Change',
    part: { resources: [{ id: SERVICE_ARN }] },
  });
  expect(alert.summary).toContain('status: LOST');
  expect(counted).toEqual(['ECS Teleport State Change']);
});
