import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ecsClients } from '#lambdas/ecs-alerts/checks/ecs-client.ts';
import { findLog } from '#lambdas/ecs-alerts/logs/find-log.ts';
import { logReader } from '#lambdas/ecs-alerts/logs/log-client.ts';
import { TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import {
  aCluster,
  anInstance,
  aService,
  aTask,
  aTaskDefinition,
  idOf,
} from '#test/local/counterparts/organization/a-cluster.ts';
import {
  HOME,
  MEMBER,
  type ServedWorld,
  servedWorld,
} from '#test/local/counterparts/organization/served-world.ts';

const place = { partition: 'aws', region: HOME, account: MEMBER };
const reader = { roleName: 'reeve-reader', externalId: 'reeve/ReeveHub' };
const ARN = `arn:aws:ecs:${HOME}:${MEMBER}`;
const instanceArn = `${ARN}:container-instance/orders/${idOf('one')}`;
let served: ServedWorld;

beforeAll(async () => {
  served = await servedWorld({ mayAssume: () => true });
  vi.stubEnv('AWS_ENDPOINT_URL', served.url);
  vi.stubEnv('AWS_REGION', HOME);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAREEVE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  const steady = {
    id: '1',
    createdAt: Date.parse('2026-11-22T10:14:00Z'),
    message: '(service cart) has reached a steady state.',
  };
  served.world.containers.clusters.push(
    aCluster({
      services: [aService({ events: [steady] })],
      tasks: [
        aTask('running', { containerInstance: idOf('one') }),
        aTask('leaving', {
          containerInstance: idOf('one'),
          desiredStatus: 'STOPPED',
          lastStatus: 'DEACTIVATING',
        }),
        aTask('gone', { containerInstance: idOf('one'), desiredStatus: 'STOPPED', lastStatus: 'STOPPED' }),
      ],
      containerInstances: [anInstance('one', { status: 'DRAINING', agentConnected: false })],
    }),
  );
  const logged = {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/cart', 'awslogs-stream-prefix': 'ecs' },
  };
  const app = { name: 'app', image: 'cart:3', essential: true, logConfiguration: logged };
  const other = {
    name: 'other',
    image: 'cart:3',
    essential: false,
    logConfiguration: { logDriver: 'splunk' },
  };
  served.world.containers.taskDefinitions.push(
    aTaskDefinition({ revision: 3, containerDefinitions: [app, other] }),
  );
  const events = ['one', 'two token=abc123', 'three'].map((message, index) => ({
    timestamp: served.clock.now() + index,
    message,
  }));
  served.world.logs.push({
    account: MEMBER,
    region: HOME,
    name: '/ecs/cart',
    streams: { [`ecs/app/${idOf('gone')}`]: events },
  });
});
afterEach(() => served.faults.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  await served.close();
});

describe('ECS of another account', () => {
  const ecs = () => ecsClients(reader)(place);

  test('tells of a service what a recovery is judged by', async () => {
    expect(await ecs().describeService('orders', 'cart')).toEqual({
      status: 'ACTIVE',
      desired: 2,
      running: 2,
      pending: 0,
      rollouts: ['COMPLETED'],
      steadyAt: Date.parse('2026-11-22T10:14:00Z'),
    });
  });

  test.each([
    ['a service', () => ecs().describeService('orders', 'nobody')],
    ['a cluster', () => ecs().describeService('nowhere', 'cart')],
    [
      'an instance',
      () => ecs().describeInstance('orders', `${ARN}:container-instance/orders/${idOf('two')}`),
    ],
  ])('knows nothing of %s that is gone', async (_, ask) => expect(await ask()).toBeUndefined());

  test('tells of an instance, and of the tasks that hold its drain up, those being stopped among them', async () => {
    expect(await ecs().describeInstance('orders', instanceArn)).toMatchObject({
      status: 'DRAINING',
      agentConnected: false,
    });
    const tasks = await ecs().listBlockingTasks('orders', instanceArn);

    expect(tasks.map(({ status }) => status).sort()).toEqual(['DEACTIVATING', 'RUNNING']);
    expect(tasks.map(({ id }) => id)).not.toContain(idOf('gone'));
  });

  test('that does not let itself be asked is said to be so', async () => {
    served.faults.fail('ecs:DescribeServices', new AwsError('AccessDeniedException', 'not authorized'));
    await expect(ecs().describeService('orders', 'cart')).rejects.toMatchObject({ name: 'NotAllowedError' });

    served.faults.clear();
    served.faults.fail('sts:AssumeRole', new AwsError('AccessDenied', 'not authorized'));
    await expect(ecs().describeService('orders', 'cart')).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  test('that throttles is asked again', async () => {
    served.faults.throttle('ecs:DescribeServices', { times: 1 });
    expect(await ecs().describeService('orders', 'cart')).toMatchObject({ running: 2 });
  });
});

describe('the log of a container', () => {
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const task = (revision = 'cart:3') =>
    TaskState.parse({
      taskArn: `${ARN}:task/orders/${idOf('gone')}`,
      taskDefinitionArn: `${ARN}:task-definition/${revision}`,
    });

  test('is found by its task definition, and its last lines are read without what looks like a secret', async () => {
    const log = await findLog(ecsClients(reader), report)(task(), 'app', place);
    expect(log).toEqual({ group: '/ecs/cart', stream: `ecs/app/${idOf('gone')}`, region: HOME });

    expect(log && (await logReader(reader, 2, report)(log, place))).toEqual(['two token=[secret]', 'three']);
  });

  test('is asked for once for each revision', async () => {
    let asked = 0;
    const find = findLog(() => ({ describeLog: async () => void (asked += 1) }), report);
    for (let time = 0; time < 3; time += 1) await find(task(), 'app', place);
    await find(task('cart:4'), 'app', place);

    expect(asked).toBe(2);
  });

  test.each([
    ['logs elsewhere', 'cart:3', 'other'],
    ['is of a task definition that is gone', 'cart:999', 'app'],
  ])('is left out where it %s: the message goes on', async (_, revision, container) => {
    expect(await findLog(ecsClients(reader), report)(task(revision), container, place)).toBeUndefined();
  });

  test('that cannot be read has no lines, and the function’s log says so', async () => {
    const lines = await logReader(reader, 2, report)({ group: '/none', stream: 'none', region: HOME }, place);

    expect(lines).toEqual([]);
    expect(reports).toContain('Log could not be read');
  });
});
