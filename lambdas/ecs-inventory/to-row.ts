import type { Row } from '#lambdas/contracts/report.ts';
import type { AskedAccount } from '#lambdas/ecs-inventory/accounts-to-ask.ts';
import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

/** A service as a row of `ECS_SERVICES`. */
export function toRow(date: string, account: AskedAccount, service: ServiceState & { region: string }): Row {
  const { region, cluster, status, desired, running, pending, launchType, deployment, steadyAt } = service;
  return [
    date,
    account.id,
    account.name,
    region,
    cluster,
    service.service,
    status,
    desired,
    running,
    pending,
    launchType ?? null,
    deployment?.taskDefinition || null,
    deployment?.id || null,
    deployment?.rolloutState ?? null,
    timestamp(deployment?.startedAt),
    timestamp(steadyAt),
  ];
}

function timestamp(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString();
}
