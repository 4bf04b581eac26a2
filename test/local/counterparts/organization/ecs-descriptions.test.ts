import {
  DescribeClustersCommand,
  DescribeContainerInstancesCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandInput,
  DescribeTasksCommand,
  ECSClient,
} from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCluster, anInstance, aService, aTask, aTaskDefinition, idOf } from './a-cluster.ts';
import { HOME, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const cluster = 'orders';
const NOON = new Date('2026-11-02T12:00:00.250Z');
const HOUR = 60 * 60_000;
const arn = (path: string) => `arn:aws:ecs:${HOME}:${MEMBER}:${path}`;

let served: ServedWorld;
let client: ECSClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ECSClient, { account: MEMBER });
});
afterEach(() => served.close());

const given = (...clusters: ReturnType<typeof aCluster>[]) => {
  served.world.containers.clusters = clusters;
};

describe('DescribeClusters', () => {
  const counted = aCluster({
    services: [aService(), aService({ name: 'old', status: 'DRAINING' })],
    tasks: [aTask('1'), aTask('2'), aTask('3', { lastStatus: 'PENDING' })],
    containerInstances: [anInstance('a'), anInstance('b', { status: 'INACTIVE' })],
    tags: { owner: 'shop' },
  });

  test('counts what is in a cluster, and tells tags only to who asks', async () => {
    given(counted);
    const ask = async (input: object) =>
      (await client.send(new DescribeClustersCommand({ clusters: [cluster], ...input }))).clusters;
    expect(await ask({})).toMatchObject([
      {
        clusterArn: arn('cluster/orders'),
        clusterName: cluster,
        status: 'ACTIVE',
        registeredContainerInstancesCount: 1,
        runningTasksCount: 2,
        pendingTasksCount: 1,
        activeServicesCount: 1,
        tags: [],
      },
    ]);
    expect(await ask({ include: ['TAGS'] })).toMatchObject([{ tags: [{ key: 'owner', value: 'shop' }] }]);
  });

  test('means the default one when none is named, and tells of those that are not there', async () => {
    given(counted);
    expect(await client.send(new DescribeClustersCommand())).toMatchObject({
      clusters: [],
      failures: [{ arn: arn('cluster/default'), reason: 'MISSING' }],
    });
    given(aCluster({ name: 'default' }));
    const clusters = ['default', arn('cluster/default'), 'gone'];
    expect(await client.send(new DescribeClustersCommand({ clusters }))).toMatchObject({
      clusters: [{ clusterName: 'default' }, { clusterName: 'default' }],
      failures: [{ arn: arn('cluster/gone'), reason: 'MISSING' }],
    });
  });
});

describe('DescribeServices', () => {
  const ask = async (...services: string[]) =>
    client.send(new DescribeServicesCommand({ cluster, services, include: ['TAGS'] }));

  test('tells of a service by name and by ARN, deleted ones too', async () => {
    const tags = { owner: 'shop' };
    given(aCluster({ services: [aService({ tags }), aService({ name: 'old', status: 'INACTIVE' })] }));
    const { services, failures } = await ask('cart', arn('service/orders/cart'), 'old', 'gone');
    expect(services?.map(({ serviceName, status }) => `${serviceName} ${status}`)).toEqual([
      'cart ACTIVE',
      'cart ACTIVE',
      'old INACTIVE',
    ]);
    expect(services?.[0]).toMatchObject({
      serviceArn: arn('service/orders/cart'),
      clusterArn: arn('cluster/orders'),
      taskDefinition: arn('task-definition/cart:3'),
      createdAt: NOON,
      deployments: [{ id: 'ecs-svc/1', taskDefinition: arn('task-definition/cart:3'), updatedAt: NOON }],
      tags: [{ key: 'owner', value: 'shop' }],
    });
    expect(failures).toEqual([{ arn: arn('service/orders/gone'), reason: 'MISSING' }]);
  });

  test('tells the latest hundred events, newest first', async () => {
    const events = Array.from({ length: 130 }, (_, index) => ({
      id: `e${index}`,
      createdAt: NOON.getTime() + index,
      message: 'm',
    }));
    given(aCluster({ services: [aService({ events })] }));
    const told = (await ask('cart')).services?.[0]?.events ?? [];
    expect(told).toHaveLength(100);
    expect(told.slice(0, 2).map(({ id }) => id)).toEqual(['e129', 'e128']);
  });
});

describe('DescribeTasks', () => {
  test('tells of a task by id and by ARN', async () => {
    const task = aTask('one', {
      startedAt: NOON.getTime(),
      containerInstance: idOf('host'),
      containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 137, reason: 'OutOfMemoryError' }],
    });
    given(aCluster({ tasks: [task] }));
    const tasks = [idOf('one'), arn(`task/orders/${idOf('one')}`), idOf('two')];
    const answer = await client.send(new DescribeTasksCommand({ cluster, tasks }));
    expect(answer.tasks).toHaveLength(2);
    expect(answer.tasks?.[0]).toMatchObject({
      taskArn: tasks[1],
      taskDefinitionArn: arn('task-definition/cart:3'),
      containerInstanceArn: arn(`container-instance/orders/${idOf('host')}`),
      startedAt: NOON,
      version: 3,
      containers: [{ name: 'app', exitCode: 137, taskArn: tasks[1] }],
    });
    expect(answer.failures).toEqual([{ arn: arn(`task/orders/${idOf('two')}`), reason: 'MISSING' }]);
  });

  test('forgets a stopped task after an hour', async () => {
    given(aCluster({ tasks: [aTask('done', { lastStatus: 'STOPPED', stoppedAt: served.clock.now() })] }));
    const ask = () => client.send(new DescribeTasksCommand({ cluster, tasks: [idOf('done')] }));
    served.clock.advance(0.9 * HOUR);
    expect(await ask()).toMatchObject({ tasks: [{ lastStatus: 'STOPPED' }], failures: [] });
    served.clock.advance(0.2 * HOUR);
    expect(await ask()).toMatchObject({ tasks: [], failures: [{ reason: 'MISSING' }] });
  });
});

test('DescribeContainerInstances counts the tasks of an instance, and tells its health to who asks', async () => {
  const on = { containerInstance: idOf('host') };
  const check = { lastUpdated: NOON.getTime(), lastStatusChange: NOON.getTime() };
  const healthStatus = {
    overallStatus: 'IMPAIRED' as const,
    details: [{ type: 'CONTAINER_RUNTIME' as const, status: 'IMPAIRED' as const, ...check }],
  };
  given(
    aCluster({
      containerInstances: [anInstance('host', { healthStatus })],
      tasks: [
        aTask('1', on),
        aTask('2', { ...on, lastStatus: 'STOPPING', desiredStatus: 'STOPPED' }),
        aTask('3'),
      ],
    }),
  );
  const ask = (input: object) =>
    client.send(
      new DescribeContainerInstancesCommand({
        cluster,
        containerInstances: [idOf('host'), idOf('x')],
        ...input,
      }),
    );
  const answer = await ask({});
  expect(answer).toMatchObject({
    containerInstances: [{ ec2InstanceId: 'i-host', runningTasksCount: 1, registeredAt: NOON }],
    failures: [{ arn: arn(`container-instance/orders/${idOf('x')}`), reason: 'MISSING' }],
  });
  expect(answer.containerInstances?.[0]?.healthStatus).toBeUndefined();
  const { containerInstances } = await ask({ include: ['CONTAINER_INSTANCE_HEALTH'] });
  expect(containerInstances?.[0]?.healthStatus).toMatchObject({ details: [{ lastStatusChange: NOON }] });
});

describe('DescribeTaskDefinition', () => {
  const ask = async (taskDefinition: string, input: Partial<DescribeTaskDefinitionCommandInput> = {}) =>
    client.send(new DescribeTaskDefinitionCommand({ taskDefinition, ...input }));
  beforeEach(() => {
    served.world.containers.taskDefinitions = [
      aTaskDefinition({ revision: 9, tags: { owner: 'shop' } }),
      aTaskDefinition({ revision: 10 }),
      aTaskDefinition({ revision: 11, status: 'INACTIVE' }),
    ];
  });

  test.each([
    ['cart:9', 9],
    ['cart', 10],
    ['cart:11', 11],
    [arn('task-definition/cart:9'), 9],
  ])('finds %s', async (name, revision) => {
    expect((await ask(name)).taskDefinition).toMatchObject({
      family: 'cart',
      revision,
      taskDefinitionArn: arn(`task-definition/cart:${revision}`),
      registeredAt: NOON,
      containerDefinitions: [{ name: 'app' }],
    });
  });

  test('tells the tags beside it, to who asks', async () => {
    expect((await ask('cart:9')).tags).toBeUndefined();
    expect((await ask('cart:9', { include: ['TAGS'] })).tags).toEqual([{ key: 'owner', value: 'shop' }]);
  });

  test.each(['cart:12', 'car', arn('task-definition/cart:12')])('finds no %s', async (name) => {
    await expect(ask(name)).rejects.toMatchObject({
      name: 'ClientException',
      message: 'Unable to describe task definition.',
    });
  });
});

describe('DescribeServiceDeployments', () => {
  const deployment = {
    id: 'D1',
    status: 'IN_PROGRESS',
    createdAt: NOON.getTime(),
    updatedAt: NOON.getTime(),
  };
  const path = (id: string) => arn(`service-deployment/orders/cart/${id}`);
  const ask = async (...serviceDeploymentArns: string[]) =>
    client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns }));

  test('tells of a deployment and its hooks, and a service which is its current one', async () => {
    const lifecycleHookDetails = [
      {
        hookId: 'h',
        targetType: 'PAUSE' as const,
        status: 'AWAITING_ACTION' as const,
        expiresAt: NOON.getTime(),
      },
    ];
    const older = { ...deployment, id: 'D0', createdAt: NOON.getTime() - HOUR };
    const service = aService({ serviceDeployments: [older, { ...deployment, lifecycleHookDetails }] });
    given(aCluster({ services: [service] }));
    const { serviceDeployments, failures } = await ask(path('D1'), path('D2'));
    expect(serviceDeployments).toMatchObject([
      {
        serviceDeploymentArn: path('D1'),
        serviceArn: arn('service/orders/cart'),
        clusterArn: arn('cluster/orders'),
        createdAt: NOON,
        lifecycleHookDetails: [{ hookId: 'h', expiresAt: NOON }],
      },
    ]);
    expect(failures).toEqual([{ arn: path('D2'), reason: 'MISSING' }]);
    const told = await client.send(new DescribeServicesCommand({ cluster, services: ['cart'] }));
    expect(told.services?.[0]?.currentServiceDeployment).toBe(path('D1'));
  });

  test('says so when the service or the cluster is not there', async () => {
    given();
    await expect(ask(path('D1'))).rejects.toMatchObject({ name: 'ClusterNotFoundException' });
    given(aCluster());
    await expect(ask(path('D1'))).rejects.toMatchObject({ name: 'ServiceNotFoundException' });
  });
});
