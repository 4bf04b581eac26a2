import { type ClusterPlan, definitionsOf, runningCluster } from './running-cluster.ts';
import type { World, WorldAccount } from './world.ts';
import type { WorldCluster } from './world-containers.ts';
import type { WorldLogGroup } from './world-logs.ts';

/**
 * Three clusters, of two accounts in two Regions where there are as many, on Fargate and on instances, and what
 * their tasks logged. All runs.
 */
export function usualContainers(
  accounts: WorldAccount[],
  { central, regions }: { central: string[]; regions: string[] },
): Pick<World, 'containers' | 'logs'> {
  const active = accounts.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
  const [first = '', second = first] = [...active.filter((id) => !central.includes(id)), ...active];
  const [home = '', abroad = home] = regions;
  const plans: ClusterPlan[] = [
    {
      account: first,
      region: abroad,
      name: 'payments',
      instances: 0,
      services: [
        { name: 'checkout', tasks: 2 },
        { name: 'booking', tasks: 1 },
      ],
    },
    {
      account: first,
      region: home,
      name: 'default',
      instances: 2,
      services: [
        { name: 'log-router', tasks: 2, schedulingStrategy: 'DAEMON' },
        { name: 'statements', tasks: 1 },
      ],
    },
    {
      account: second,
      region: home,
      name: 'shop',
      instances: 0,
      services: [{ name: 'storefront', tasks: 2 }],
    },
  ];
  const clusters = plans.map(runningCluster);
  return {
    containers: { clusters, taskDefinitions: plans.flatMap(definitionsOf) },
    logs: clusters.flatMap(logGroupsOf),
  };
}

/** What the tasks of each service said when they began. */
function logGroupsOf({ account, region, services, tasks }: WorldCluster): WorldLogGroup[] {
  return services.map(({ name }) => ({
    account,
    region,
    name: `/ecs/${name}`,
    streams: Object.fromEntries(
      tasks
        .filter(({ group }) => group === `service:${name}`)
        .map(({ id, startedAt = 0 }) => [
          `ecs/app/${id}`,
          [{ timestamp: startedAt, message: `${name} listens on port 8080` }],
        ]),
    ),
  }));
}
