import { ECSClient } from '@aws-sdk/client-ecs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clusterClient } from '#lambdas/ecs-inventory/cluster-client.ts';
import { readServices } from '#lambdas/ecs-inventory/read-services.ts';
import { batchesOf } from '#test/ecs-inventory/a-service.ts';
import { aCluster, aService } from '#test/local/counterparts/organization/a-cluster.ts';
import { MEMBER, type ServedWorld, servedWorld } from '#test/local/counterparts/organization/served-world.ts';

let served: ServedWorld;
let client: ECSClient;
beforeEach(async () => {
  served = await servedWorld();
  client = served.clientOf(ECSClient, { account: MEMBER });
});
afterEach(() => served.close());

const several = <Item>(count: number, make: (name: string) => Item) =>
  Array.from({ length: count }, (_, index) => make(`n${index}`));
const given = (...clusters: ReturnType<typeof aCluster>[]) => {
  served.world.containers.clusters = clusters;
};
async function read(api = clusterClient(client)): Promise<string[]> {
  const names: string[] = [];
  for await (const some of readServices(api)) {
    expect(some.length).toBeLessThanOrEqual(10);
    names.push(...some.map(({ cluster, service }) => `${cluster}/${service}`));
  }
  return names;
}

test('a service comes with its counts, its last deployment and since when it is steady', async () => {
  const steady = Date.parse('2026-11-02T12:05:00.250Z');
  const events = [{ id: '1', createdAt: steady, message: '(service cart) has reached a steady state.' }];
  given(aCluster({ services: [aService({ runningCount: 1, pendingCount: 1, events })] }));
  const [found] = await batchesOf(readServices(clusterClient(client)));

  expect(found).toEqual([
    {
      cluster: 'orders',
      service: 'cart',
      status: 'ACTIVE',
      desired: 2,
      running: 1,
      pending: 1,
      launchType: 'FARGATE',
      deployment: {
        id: 'ecs-svc/1',
        taskDefinition: 'cart:3',
        rolloutState: 'COMPLETED',
        reason: undefined,
        startedAt: Date.parse('2026-11-02T12:00:00.250Z'),
      },
      steadyAt: steady,
    },
  ]);
});

test('pages of clusters and of services are read to their ends, ten services with one request', async () => {
  const services = several(120, (name) => aService({ name }));
  given(aCluster({ name: 'many', services }), ...several(130, (name) => aCluster({ name })));
  const found = await read();

  expect(found).toHaveLength(120);
  expect(new Set(found).size).toBe(120);
});

test('only the clusters that are wanted are looked into', async () => {
  given(...['orders', 'returns'].map((name) => aCluster({ name, services: [aService()] })));
  const found = await batchesOf(readServices(clusterClient(client), (name) => name === 'returns'));

  expect(found.flat().map(({ cluster }) => cluster)).toEqual(['returns']);
});

describe('what vanishes between two questions is left out', () => {
  const orders = () => aCluster({ services: [aService()] });
  const returns = () => aCluster({ name: 'returns', services: [aService()] });

  test('a cluster that was listed', async () => {
    given(orders(), returns());
    const api = clusterClient(client);
    const listServices = (cluster: string) => {
      given(returns());
      return api.listServices(cluster);
    };

    expect(await read({ ...api, listServices })).toEqual(['returns/cart']);
  });

  test('a cluster whose services were listed', async () => {
    given(orders(), returns());
    const api = clusterClient(client);
    const describeServices = (cluster: string, services: string[]) => {
      given(returns());
      return api.describeServices(cluster, services);
    };

    expect(await read({ ...api, describeServices })).toEqual(['returns/cart']);
  });

  test('a service', async () => {
    given(orders());
    const found = await clusterClient(client).describeServices('orders', ['cart', 'gone']);

    expect(found.map(({ service }) => service)).toEqual(['cart']);
  });
});

test('who is told to wait asks again', async () => {
  given(aCluster({ services: [aService()] }));
  for (const action of ['ListClusters', 'ListServices', 'DescribeServices']) {
    served.faults.throttle(`ecs:${action}`, { times: 2 });
  }
  const { endpoint, credentials, region } = client.config;
  const patient = new ECSClient({ endpoint, credentials, region, maxAttempts: 8, retryMode: 'standard' });

  expect(await read(clusterClient(patient))).toEqual(['orders/cart']);
});

test('that it may not be asked is an error, and not an empty cluster', async () => {
  given(aCluster({ services: [aService()] }));
  served.faults.deny('ecs:ListServices');

  await expect(read()).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
