import type { Standings } from '#bin/commands/ecs/add-alerts.ts';
import { type ServiceStanding, troubleOf } from '#bin/commands/ecs/service-standing.ts';

/** All that is known, for programs; moments are ISO 8601 in UTC. */
export function toData({ services, otherAlerts }: Standings) {
  return { services: services.map(serviceData), otherAlerts };
}

function serviceData(standing: ServiceStanding) {
  const { account, region, cluster, service, deployment, steadyAt, alerts, ...counts } = standing;
  return {
    state: troubleOf(standing),
    account: account.id,
    accountName: account.name,
    region,
    cluster,
    service,
    ...counts,
    deployment: deployment && { ...deployment, startedAt: isoTime(deployment.startedAt) },
    steadyAt: isoTime(steadyAt),
    alerts,
  };
}

function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}
