import type { Deployment, Service, TaskSet } from '@aws-sdk/client-ecs';
import type { LastDeployment, ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

/** The words with which ECS says that a service stands. */
const STEADY = /has reached a steady state/i;

/** What is told of a service, out of all that ECS says. */
export function toServiceState(cluster: string, service: Service): ServiceState {
  const { serviceName = '', status = 'UNKNOWN', events = [] } = service;
  const { desiredCount = 0, runningCount = 0, pendingCount = 0 } = service;
  const steady = events.flatMap(({ message, createdAt }) =>
    createdAt && STEADY.test(message ?? '') ? [createdAt.getTime()] : [],
  );
  return {
    cluster,
    service: serviceName,
    status,
    desired: desiredCount,
    running: runningCount,
    pending: pendingCount,
    launchType: launchTypeOf(service),
    deployment: lastDeploymentOf(service),
    steadyAt: steady.length > 0 ? Math.max(...steady) : undefined,
  };
}

/** Services that capacity providers place have no launch type. */
function launchTypeOf({ launchType, capacityProviderStrategy = [] }: Service): string | undefined {
  const providers = capacityProviderStrategy.map(({ capacityProvider = '' }) => capacityProvider);
  return launchType ?? (providers.join(', ') || undefined);
}

/** The one that is `PRIMARY` is the last; who deploys by CodeDeploy or a controller of their own has task sets. */
function lastDeploymentOf({ deployments = [], taskSets = [] }: Service): LastDeployment | undefined {
  const all: (Deployment | TaskSet)[] = [...deployments, ...taskSets];
  const last = all.find(({ status }) => status === 'PRIMARY') ?? all[0];
  if (!last) return undefined;
  return {
    id: last.id ?? '',
    taskDefinition: revisionOf(last.taskDefinition),
    rolloutState: 'rolloutState' in last ? last.rolloutState : undefined,
    reason: 'rolloutStateReason' in last ? last.rolloutStateReason : undefined,
    startedAt: last.createdAt?.getTime(),
  };
}

/** `web:42` of an ARN. */
function revisionOf(taskDefinition = ''): string {
  return taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
}
