import type { EcsPlace } from './ecs-place.ts';
import { uuidOf } from './stack-id.ts';
import type {
  WorldCluster,
  WorldContainerInstance,
  WorldService,
  WorldTask,
  WorldTaskDefinition,
} from './world-containers.ts';

type ArnOf = EcsPlace['arnOf'];

/** The most that ECS tells of a service. */
const MOST_EVENTS = 100;

export const toEcsTags = (tags: Record<string, string> = {}) =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));

export function toCluster(
  { name, services, tasks, containerInstances, capacityProviders = [] }: WorldCluster,
  arnOf: ArnOf,
) {
  const tasksThatAre = (status: string) => tasks.filter(({ lastStatus }) => lastStatus === status).length;
  const registered = containerInstances.filter(({ status }) => status === 'ACTIVE' || status === 'DRAINING');
  return {
    clusterArn: arnOf(`cluster/${name}`),
    clusterName: name,
    status: 'ACTIVE',
    registeredContainerInstancesCount: registered.length,
    runningTasksCount: tasksThatAre('RUNNING'),
    pendingTasksCount: tasksThatAre('PENDING'),
    activeServicesCount: services.filter(({ status }) => status === 'ACTIVE').length,
    capacityProviders,
    defaultCapacityProviderStrategy: [],
  };
}

export function toService(service: WorldService, { name: cluster }: WorldCluster, arnOf: ArnOf) {
  const { name, taskDefinition, deployments, events, serviceDeployments = [], tags: _, ...rest } = service;
  const [current] = serviceDeployments.toSorted((a, b) => b.createdAt - a.createdAt);
  return {
    schedulingStrategy: 'REPLICA',
    deploymentController: { type: 'ECS' },
    loadBalancers: [],
    serviceRegistries: [],
    ...rest,
    serviceArn: arnOf(`service/${cluster}/${name}`),
    serviceName: name,
    clusterArn: arnOf(`cluster/${cluster}`),
    taskDefinition: arnOf(`task-definition/${taskDefinition}`),
    deployments: deployments.map((deployment) => ({
      ...deployment,
      taskDefinition: arnOf(`task-definition/${deployment.taskDefinition}`),
    })),
    events: events.toSorted((a, b) => b.createdAt - a.createdAt).slice(0, MOST_EVENTS),
    ...(current
      ? { currentServiceDeployment: arnOf(`service-deployment/${cluster}/${name}/${current.id}`) }
      : {}),
  };
}

export function toTask(task: WorldTask, { name: cluster }: WorldCluster, arnOf: ArnOf) {
  const { id, taskDefinition, containerInstance, containers, tags: _, ...rest } = task;
  const taskArn = arnOf(`task/${cluster}/${id}`);
  return {
    attachments: [],
    attributes: [],
    overrides: { containerOverrides: [] },
    ...rest,
    taskArn,
    clusterArn: arnOf(`cluster/${cluster}`),
    taskDefinitionArn: arnOf(`task-definition/${taskDefinition}`),
    ...(containerInstance
      ? { containerInstanceArn: arnOf(`container-instance/${cluster}/${containerInstance}`) }
      : {}),
    containers: containers.map((container) => ({
      ...container,
      taskArn,
      containerArn: arnOf(`container/${cluster}/${id}/${uuidOf(`${id}/${container.name}`)}`),
    })),
  };
}

export function toContainerInstance(
  instance: WorldContainerInstance,
  { name: cluster, tasks }: WorldCluster,
  arnOf: ArnOf,
) {
  const { id, tags: _, healthStatus: __, ...rest } = instance;
  const own = tasks.filter(({ containerInstance }) => containerInstance === id);
  return {
    attributes: [],
    attachments: [],
    ...rest,
    containerInstanceArn: arnOf(`container-instance/${cluster}/${id}`),
    runningTasksCount: own.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').length,
    pendingTasksCount: own.filter(({ lastStatus }) => lastStatus === 'PENDING').length,
  };
}

export function toTaskDefinition(definition: WorldTaskDefinition, arnOf: ArnOf) {
  const { account: _, region: __, tags: ___, ...rest } = definition;
  return {
    volumes: [],
    placementConstraints: [],
    ...rest,
    taskDefinitionArn: arnOf(`task-definition/${definition.family}:${definition.revision}`),
  };
}
