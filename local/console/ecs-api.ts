import * as z from 'zod/mini';
import type { WorldCluster, WorldService } from '#local/counterparts/organization/world-containers.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { type Api, taking } from './api.ts';
import { type EcsAlerts, openEcsAlerts } from './ecs-alerts.ts';
import { crash, mend } from './play-ecs.ts';
import { Refusal } from './refusal.ts';

const Played = z.object({
  account: z.string(),
  region: z.string(),
  cluster: z.string(),
  service: z.string(),
  what: z.enum(['crash', 'mend']),
});

type EcsPorts = Pick<EmbeddedCloud, 'organization' | 'estate' | 'tables' | 'clock' | 'putEvent'>;

/** How the services of the world stand, cluster by cluster, with what is open about them; and a way to break one. */
export function ecsApi(cloud: EcsPorts): Api {
  const { world } = cloud.organization;
  return {
    'GET /api/ecs': async () => {
      const alerts = await openEcsAlerts(cloud);
      const nameOf = (account: string) => world.accounts.find(({ id }) => id === account)?.name ?? account;
      return world.containers.clusters
        .map((cluster) => toBoard(cluster, nameOf(cluster.account), alerts))
        .sort((a, b) => a.accountName.localeCompare(b.accountName) || a.name.localeCompare(b.name));
    },

    'POST /api/ecs/play': taking(Played, ({ what, service: name, ...place }) => {
      const cluster = world.containers.clusters.find(
        (one) => one.account === place.account && one.region === place.region && one.name === place.cluster,
      );
      const service = cluster?.services.find((one) => one.name === name);
      if (!cluster || !service) throw new Refusal(404, `There is no service ${name} in ${place.cluster}`);
      return what === 'mend' ? mend(service) : crash(service, cluster, cloud);
    }),
  };
}

function toBoard({ account, region, name, services }: WorldCluster, accountName: string, alerts: EcsAlerts) {
  return {
    account,
    accountName,
    region,
    name,
    services: services.map((service) =>
      toTile(service, alerts(`ecs:${region}:${account}:service/${name}/${service.name}`)),
    ),
  };
}

function toTile(service: WorldService, alerts: ReturnType<EcsAlerts>) {
  const { name, launchType, desiredCount, runningCount, pendingCount, deployments } = service;
  const last = deployments.find(({ status }) => status === 'PRIMARY');
  return {
    name,
    launchType,
    desired: desiredCount,
    running: runningCount,
    pending: pendingCount,
    state: stateOf(service, last?.rolloutState, alerts.length),
    deployment: last && {
      taskDefinition: last.taskDefinition,
      rolloutState: last.rolloutState,
      startedAt: last.createdAt,
    },
    alerts,
  };
}

/** In the words of `reeve ecs status`. */
function stateOf(
  { desiredCount, runningCount }: WorldService,
  rolloutState: string | undefined,
  alerts: number,
): string {
  if (desiredCount > 0 && runningCount === 0) return 'down';
  if (runningCount < desiredCount) return 'short';
  if (rolloutState === 'FAILED') return 'failed';
  if (alerts > 0) return 'alert';
  return rolloutState === 'IN_PROGRESS' ? 'rolling' : 'ok';
}
