import type { ContainerDefinition, ContainerInstance, Service, Task } from '@aws-sdk/client-ecs';
import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import type {
  BlockingTask,
  DescribedInstance,
  DescribedService,
} from '#lambdas/ecs-alerts/checks/ecs-api.ts';

/** The words with which ECS says that a service stands. */
const STEADY = /has reached a steady state/i;

export function toService(service: Service): DescribedService {
  const {
    status = '',
    desiredCount = 0,
    runningCount = 0,
    pendingCount = 0,
    deployments = [],
    events = [],
  } = service;
  const steady = events.flatMap(({ message, createdAt }) =>
    createdAt && STEADY.test(message ?? '') ? [createdAt.getTime()] : [],
  );
  return {
    status,
    desired: desiredCount,
    running: runningCount,
    pending: pendingCount,
    rollouts: deployments.map(({ rolloutState }) => rolloutState),
    steadyAt: steady.length > 0 ? Math.max(...steady) : undefined,
  };
}

export function toInstance(instance: ContainerInstance): DescribedInstance {
  const { status = '', agentConnected = false, runningTasksCount = 0, pendingTasksCount = 0 } = instance;
  const health = instance.healthStatus?.overallStatus;
  return { status, agentConnected, tasks: runningTasksCount + pendingTasksCount, health };
}

export function toBlockingTask({ taskArn, group = '', lastStatus = '' }: Task): BlockingTask {
  return { id: nameOf(taskArn), group: group || 'a task', status: lastStatus };
}

/** Where a container logs to CloudWatch. Without a prefix the stream cannot be known: Docker names it by an id of its own. */
export function toLog(containers: ContainerDefinition[], name: string) {
  const { logConfiguration } = containers.find((container) => container.name === name) ?? {};
  if (logConfiguration?.logDriver !== 'awslogs') return undefined;
  const {
    'awslogs-group': group,
    'awslogs-stream-prefix': prefix,
    'awslogs-region': region,
  } = logConfiguration.options ?? {};
  return group && prefix ? { group, prefix, region } : undefined;
}
