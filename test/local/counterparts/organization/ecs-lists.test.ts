import {
  ECSClient,
  ListClustersCommand,
  ListContainerInstancesCommand,
  type ListContainerInstancesCommandInput,
  ListServicesCommand,
  ListTasksCommand,
  type ListTasksCommandInput,
} from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCluster, anInstance, aService, aTask, idOf } from './a-cluster.ts';
import { HOME, HUB, MEMBER, type ServedWorld, servedWorld } from './served-world.ts';

const CLUSTER = { cluster: 'orders' };
const arn = (path: string) => `arn:aws:ecs:${HOME}:${MEMBER}:${path}`;
const several = <Item>(count: number, make: (name: string) => Item) =>
  Array.from({ length: count }, (_, index) => make(`n${index}`));

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

/** Follows the tokens to the end; gives each page. */
async function pagesOf(ask: (nextToken?: string) => Promise<{ items?: string[]; nextToken?: string }>) {
  const pages: string[][] = [];
  let nextToken: string | undefined;
  do {
    const answer = await ask(nextToken);
    pages.push(answer.items ?? []);
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  return pages;
}
const tasks = async (input: ListTasksCommandInput = {}) =>
  (await client.send(new ListTasksCommand({ ...CLUSTER, ...input }))).taskArns;
const instances = async (input: ListContainerInstancesCommandInput = {}) =>
  (await client.send(new ListContainerInstancesCommand({ ...CLUSTER, ...input }))).containerInstanceArns;
const refusal = (name: string, message: string) => ({
  name,
  message: expect.stringContaining(message) as string,
});

describe('pages', () => {
  test('of clusters are read to the end, a hundred each unless fewer are asked for', async () => {
    given(...several(205, (name) => aCluster({ name })));
    const ask = (maxResults?: number) =>
      pagesOf(async (nextToken) => {
        const { clusterArns, ...rest } = await client.send(
          new ListClustersCommand({
            ...(maxResults ? { maxResults } : {}),
            ...(nextToken ? { nextToken } : {}),
          }),
        );
        return { ...rest, ...(clusterArns ? { items: clusterArns } : {}) };
      });
    expect((await ask()).map(({ length }) => length)).toEqual([100, 100, 5]);
    expect((await ask(70)).map(({ length }) => length)).toEqual([70, 70, 65]);
    expect((await ask()).flat()).toEqual(several(205, (name) => arn(`cluster/${name}`)));
  });

  test('of services have ten each unless said otherwise', async () => {
    given(aCluster({ services: several(25, (name) => aService({ name })) }));
    const ask = async (maxResults?: number) =>
      (await client.send(new ListServicesCommand({ ...CLUSTER, ...(maxResults ? { maxResults } : {}) })))
        .serviceArns;
    expect(await ask()).toHaveLength(10);
    expect(await ask(100)).toEqual(several(25, (name) => arn(`service/orders/${name}`)));
  });

  test.each([0, 101])('of %i results are refused', async (maxResults) => {
    given(aCluster());
    const error = { name: 'InvalidParameterException' };
    await expect(client.send(new ListClustersCommand({ maxResults }))).rejects.toMatchObject(error);
    await expect(client.send(new ListServicesCommand({ ...CLUSTER, maxResults }))).rejects.toMatchObject(
      error,
    );
    await expect(tasks({ maxResults })).rejects.toMatchObject(error);
    await expect(instances({ maxResults })).rejects.toMatchObject(error);
  });

  test('begin only by a token of their own list', async () => {
    given(aCluster({ tasks: several(3, (name) => aTask(name)) }));
    const { nextToken = '' } = await client.send(new ListTasksCommand({ ...CLUSTER, maxResults: 1 }));
    const error = { name: 'InvalidParameterException' };
    expect(await tasks({ maxResults: 2, nextToken })).toHaveLength(2);
    await expect(tasks({ family: 'cart', nextToken })).rejects.toMatchObject(error);
    await expect(tasks({ nextToken: 'mine' })).rejects.toMatchObject(error);
  });
});

describe('ListServices', () => {
  test('leaves out those that are being deleted', async () => {
    const services = (['ACTIVE', 'DRAINING', 'INACTIVE'] as const).map((status) =>
      aService({ name: status, status }),
    );
    given(aCluster({ services }));
    const { serviceArns } = await client.send(new ListServicesCommand(CLUSTER));
    expect(serviceArns).toEqual([arn('service/orders/ACTIVE')]);
  });

  test('can be asked for a launch type and a strategy', async () => {
    const { launchType: _, ...spread } = aService({ name: 'by-provider' });
    const daemon = aService({ name: 'daemon', launchType: 'EC2', schedulingStrategy: 'DAEMON' });
    given(aCluster({ services: [aService(), daemon, spread] }));
    const ask = async (input: object) =>
      (await client.send(new ListServicesCommand({ ...CLUSTER, ...input }))).serviceArns;
    expect(await ask({ launchType: 'FARGATE' })).toEqual([arn('service/orders/cart')]);
    expect(await ask({ schedulingStrategy: 'DAEMON' })).toEqual([arn('service/orders/daemon')]);
    await expect(ask({ launchType: 'MOON' })).rejects.toMatchObject(
      refusal('InvalidParameterException', 'launchType should be one of'),
    );
  });
});

describe('ListTasks', () => {
  beforeEach(() => {
    const containerInstance = idOf('host');
    given(
      aCluster({
        services: [aService()],
        tasks: [
          aTask('fargate', { startedBy: 'ecs-svc/1' }),
          aTask('batch', { group: 'family:batch', taskDefinition: 'batch:12', startedBy: 'me' }),
          aTask('ec2', { launchType: 'EC2', containerInstance, group: 'service:other' }),
          aTask('stopping', { lastStatus: 'STOPPING', desiredStatus: 'STOPPED' }),
        ],
      }),
    );
  });

  test.each<[string, ListTasksCommandInput, string[]]>([
    ['those that should run', {}, ['fargate', 'batch', 'ec2']],
    ['those that should stop', { desiredStatus: 'STOPPED' }, ['stopping']],
    ['none that should be pending, since none ever does', { desiredStatus: 'PENDING' }, []],
    ['a family', { family: 'batch' }, ['batch']],
    ['a service', { serviceName: 'cart' }, ['fargate']],
    ['a service by its ARN', { serviceName: arn('service/orders/cart') }, ['fargate']],
    ['a launch type', { launchType: 'EC2' }, ['ec2']],
    ['an instance', { containerInstance: idOf('host') }, ['ec2']],
    [
      'an instance by its ARN',
      { containerInstance: arn(`container-instance/orders/${idOf('host')}`) },
      ['ec2'],
    ],
    [
      'nothing on an instance of another account',
      { containerInstance: `arn:aws:ecs:${HOME}:${HUB}:container-instance/orders/${idOf('host')}` },
      [],
    ],
    ['whoever started them', { startedBy: 'me' }, ['batch']],
  ])('lists %s', async (_, input, names) => {
    expect(await tasks(input)).toEqual(names.map((name) => arn(`task/orders/${idOf(name)}`)));
  });

  test('refuses filters that AWS does not combine', async () => {
    const error = { name: 'InvalidParameterException' };
    await expect(tasks({ serviceName: 'cart', family: 'cart' })).rejects.toMatchObject(error);
    await expect(tasks({ startedBy: 'me', launchType: 'EC2' })).rejects.toMatchObject(error);
    await expect(tasks({ startedBy: 'me', desiredStatus: 'RUNNING' })).resolves.toHaveLength(1);
  });

  test('says so when the service is not there', async () => {
    await expect(tasks({ serviceName: 'gone' })).rejects.toMatchObject(
      refusal('ServiceNotFoundException', 'Service not found.'),
    );
  });

  test('says so when asked by what nobody plays', async () => {
    await expect(tasks({ daemonName: 'x' })).rejects.toMatchObject({ name: 'UnsupportedFeatureException' });
  });
});

test('Instances are listed by their state, without it all but the inactive', async () => {
  const states = ['ACTIVE', 'DRAINING', 'INACTIVE'] as const;
  given(aCluster({ containerInstances: states.map((status) => anInstance(status, { status })) }));
  const arnOf = (name: string) => arn(`container-instance/orders/${idOf(name)}`);
  expect(await instances()).toEqual([arnOf('ACTIVE'), arnOf('DRAINING')]);
  expect(await instances({ status: 'DRAINING' })).toEqual([arnOf('DRAINING')]);
});

test('A stopped task is listed for an hour', async () => {
  const stopped = aTask('done', {
    lastStatus: 'STOPPED',
    desiredStatus: 'STOPPED',
    stoppedAt: served.clock.now(),
  });
  given(aCluster({ tasks: [stopped] }));
  expect(await tasks({ desiredStatus: 'STOPPED' })).toHaveLength(1);
  served.clock.advance(61 * 60_000);
  expect(await tasks({ desiredStatus: 'STOPPED' })).toEqual([]);
});

test('Another account and another Region have clusters of their own', async () => {
  given(aCluster());
  const clustersOf = async (place: { account: string; region?: string }) =>
    (await served.clientOf(ECSClient, place).send(new ListClustersCommand())).clusterArns;
  expect(await clustersOf({ account: MEMBER })).toEqual([arn('cluster/orders')]);
  expect(await clustersOf({ account: HUB })).toEqual([]);
  expect(await clustersOf({ account: MEMBER, region: 'eu-west-1' })).toEqual([]);
});
