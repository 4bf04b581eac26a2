import { ECS } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCluster, anInstance, aService, aTask, idOf } from './a-cluster.ts';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const id = idOf('one');
const arn = (path: string, region = HOME, account = MEMBER) => `arn:aws:ecs:${region}:${account}:${path}`;
const many = (count: number, make: (index: number) => string = (index) => idOf(`${index}`)) =>
  Array.from({ length: count }, (_, index) => make(index));

let served: ServedWorld;
let ecs: ECS;
beforeEach(async () => {
  served = await servedWorld();
  ecs = served.clientOf(ECS, { account: MEMBER });
  served.world.containers.clusters = ['default', 'orders'].map((name) =>
    aCluster({
      name,
      services: [aService()],
      tasks: [aTask('one')],
      containerInstances: [anInstance('one')],
    }),
  );
});
afterEach(() => served.close());

const refused = (message: string) => ({
  name: 'InvalidParameterException',
  message: expect.stringContaining(message) as string,
});

describe('what is described together', () => {
  const describing: Record<string, [most: number, none: string, (ids: string[]) => Promise<object>]> = {
    services: [10, 'Services cannot be empty.', (services) => ecs.describeServices({ services })],
    tasks: [100, 'Tasks cannot be empty.', (tasks) => ecs.describeTasks({ tasks })],
    instances: [
      100,
      'Container instance cannot be empty.',
      (containerInstances) => ecs.describeContainerInstances({ containerInstances }),
    ],
    deployments: [
      20,
      'cannot be empty.',
      (ids) => {
        const serviceDeploymentArns = ids.map((id) => arn(`service-deployment/orders/cart/${id}`));
        return ecs.describeServiceDeployments({ serviceDeploymentArns });
      },
    ],
  };

  test.each(Object.entries(describing))(
    'of %s at least one must be named, and not too many',
    async (_, row) => {
      const [most, none, ask] = row;
      await expect(ask([])).rejects.toMatchObject(refused(none));
      await expect(ask(many(most))).resolves.toBeDefined();
      await expect(ask(many(most + 1))).rejects.toMatchObject(refused(`at most ${most} items`));
    },
  );

  test('of clusters is a hundred at most', async () => {
    await expect(ecs.describeClusters({ clusters: many(100) })).resolves.toBeDefined();
    await expect(ecs.describeClusters({ clusters: many(101) })).rejects.toMatchObject(
      refused('at most 100 items'),
    );
  });
});

describe('a cluster', () => {
  const naming: [string, (cluster: string, of?: ECS) => Promise<object>][] = [
    ['ListServices', (cluster, of = ecs) => of.listServices({ cluster })],
    ['ListTasks', (cluster, of = ecs) => of.listTasks({ cluster })],
    ['ListContainerInstances', (cluster, of = ecs) => of.listContainerInstances({ cluster })],
    ['DescribeServices', (cluster, of = ecs) => of.describeServices({ cluster, services: ['cart'] })],
    ['DescribeTasks', (cluster, of = ecs) => of.describeTasks({ cluster, tasks: [id] })],
    [
      'DescribeContainerInstances',
      (cluster, of = ecs) => of.describeContainerInstances({ cluster, containerInstances: [id] }),
    ],
  ];

  test.each(naming)('is named for %s by its name or ARN, and must be there', async (_, ask) => {
    const notFound = { name: 'ClusterNotFoundException', message: 'Cluster not found.' };
    await expect(ask('orders')).resolves.toBeDefined();
    await expect(ask(arn('cluster/orders'))).resolves.toBeDefined();
    await expect(ask('gone')).rejects.toMatchObject(notFound);
    await expect(ask(arn('cluster/orders', HOME, HUB))).rejects.toMatchObject(notFound);
    await expect(ask('or:ders')).rejects.toMatchObject(refused('Cluster must match'));
    await expect(ask(arn('service/orders/cart'))).rejects.toMatchObject(refused('Identifier is invalid'));
    const elsewhere = arn('cluster/orders', 'eu-west-1');
    await expect(ask(elsewhere)).rejects.toMatchObject(refused('Invalid Region in ARN'));
  });

  test.each(naming)('of another account or Region is not there for %s', async (_, ask) => {
    for (const place of [{ account: HUB }, { account: MEMBER, region: 'eu-west-1' }]) {
      await expect(ask('orders', served.clientOf(ECS, place))).rejects.toMatchObject({
        name: 'ClusterNotFoundException',
      });
    }
  });
});

describe('an ARN', () => {
  const inCluster: [string, string, (cluster: string, arn: string) => Promise<object>][] = [
    ['service', 'cart', (cluster, name) => ecs.describeServices({ cluster, services: [name] })],
    ['task', id, (cluster, name) => ecs.describeTasks({ cluster, tasks: [name] })],
    [
      'container-instance',
      id,
      (cluster, name) => ecs.describeContainerInstances({ cluster, containerInstances: [name] }),
    ],
  ];

  test.each(inCluster)('of a %s must be of the cluster that is asked', async (kind, name, ask) => {
    const own = arn(`${kind}/orders/${name}`);
    expect(await ask('orders', own)).toMatchObject({ failures: [] });
    await expect(ask('default', own)).rejects.toMatchObject(
      refused('Identifier is for cluster orders. Your cluster is default'),
    );
  });

  test.each(inCluster)('of a %s may lack the cluster, as older ones do', async (kind, name, ask) => {
    expect(await ask('orders', arn(`${kind}/${name}`))).toMatchObject({ failures: [] });
  });

  test.each(inCluster)('of a %s of another account is missing', async (kind, name, ask) => {
    const foreign = arn(`${kind}/orders/${name}`, HOME, HUB);
    const failures = [{ arn: foreign, reason: 'MISSING' }];
    expect(await ask('orders', foreign)).toMatchObject({ failures });
  });

  test.each(inCluster)('of a %s of another Region is refused', async (kind, name, ask) => {
    const elsewhere = arn(`${kind}/orders/${name}`, 'us-east-1');
    await expect(ask('orders', elsewhere)).rejects.toMatchObject(refused('Invalid Region in ARN'));
  });
});

test('An ARN with a path that nothing has is refused', async () => {
  const wrong = refused('Identifier is invalid');
  const services = [arn('service/default/cart/more')];
  await expect(ecs.describeServices({ services })).rejects.toMatchObject(wrong);
  const serviceDeploymentArns = [arn('service-deployment/cart')];
  await expect(ecs.describeServiceDeployments({ serviceDeploymentArns })).rejects.toMatchObject(wrong);
});

test('An id of a task has 32 or 36 characters', async () => {
  await expect(ecs.describeTasks({ tasks: ['short'] })).rejects.toMatchObject(
    refused('length should be one of [32,36]'),
  );
});

test('What may be included is one of a list', async () => {
  const asked = ecs.describeServices({ services: ['cart'], include: ['EVERYTHING' as 'TAGS'] });
  await expect(asked).rejects.toMatchObject(refused('include should be one of [TAGS]'));
});

test('A filter in the query language of clusters is not emulated, and not passed over', async () => {
  await expect(ecs.listContainerInstances({ filter: 'agentConnected==true' })).rejects.toMatchObject({
    name: 'UnsupportedFeatureException',
  });
});

test('A throttled call is refused as often as is said, and a denied one', async () => {
  served.faults.throttle('ecs:DescribeTasks', { times: 1 });
  served.faults.deny('ecs:DescribeTaskDefinition');
  await expect(ecs.describeTasks({ tasks: [id] })).rejects.toMatchObject({ name: 'ThrottlingException' });
  await expect(ecs.describeTasks({ tasks: [id] })).resolves.toMatchObject({ tasks: [{}] });
  await expect(ecs.describeTaskDefinition({ taskDefinition: 'cart' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
