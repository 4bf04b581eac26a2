import { createHash } from 'node:crypto';
import type {
  WorldCluster,
  WorldContainerInstance,
  WorldService,
  WorldTask,
  WorldTaskDefinition,
} from '#local/counterparts/organization/world-containers.ts';
import { HOME, MEMBER } from './served-world.ts';

const NOON = Date.parse('2026-11-02T12:00:00.250Z');

/** 32 hexadecimal digits, the same for the same text. */
export const idOf = (text: string) => createHash('md5').update(text).digest('hex');

export function aCluster(cluster: Partial<WorldCluster> = {}): WorldCluster {
  return {
    account: MEMBER,
    region: HOME,
    name: 'orders',
    services: [],
    tasks: [],
    containerInstances: [],
    ...cluster,
  };
}

export function aService(service: Partial<WorldService> = {}): WorldService {
  const counts = { desiredCount: 2, runningCount: 2, pendingCount: 0 };
  return {
    name: 'cart',
    status: 'ACTIVE',
    taskDefinition: 'cart:3',
    ...counts,
    createdAt: NOON,
    launchType: 'FARGATE',
    deployments: [
      {
        id: 'ecs-svc/1',
        status: 'PRIMARY',
        taskDefinition: 'cart:3',
        ...counts,
        failedTasks: 0,
        createdAt: NOON,
        updatedAt: NOON,
        rolloutState: 'COMPLETED',
      },
    ],
    events: [],
    ...service,
  };
}

export function aTask(name: string, task: Partial<WorldTask> = {}): WorldTask {
  return {
    id: idOf(name),
    taskDefinition: 'cart:3',
    group: 'service:cart',
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    version: 3,
    createdAt: NOON,
    launchType: 'FARGATE',
    containers: [{ name: 'app', lastStatus: 'RUNNING' }],
    ...task,
  };
}

export function anInstance(
  name: string,
  instance: Partial<WorldContainerInstance> = {},
): WorldContainerInstance {
  return {
    id: idOf(name),
    ec2InstanceId: `i-${name}`,
    status: 'ACTIVE',
    agentConnected: true,
    version: 5,
    registeredAt: NOON,
    ...instance,
  };
}

export function aTaskDefinition(definition: Partial<WorldTaskDefinition> = {}): WorldTaskDefinition {
  return {
    account: MEMBER,
    region: HOME,
    family: 'cart',
    revision: 1,
    status: 'ACTIVE',
    registeredAt: NOON,
    containerDefinitions: [{ name: 'app', image: 'cart:1', essential: true }],
    ...definition,
  };
}
