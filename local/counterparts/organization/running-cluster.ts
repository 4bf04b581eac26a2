import { uuidOf } from './stack-id.ts';
import type {
  WorldCluster,
  WorldContainerInstance,
  WorldService,
  WorldTask,
  WorldTaskDefinition,
} from './world-containers.ts';

type ServicePlan = { name: string; tasks: number; schedulingStrategy?: 'REPLICA' | 'DAEMON' };

/** A cluster to be: with instances it runs on them, without on Fargate. */
export type ClusterPlan = {
  account: string;
  region: string;
  name: string;
  instances: number;
  services: ServicePlan[];
};

const DEPLOYED = Date.parse('2026-10-05T09:30:00Z');
const MINUTE = 60_000;

/** A cluster in which every service is deployed and steady. */
export function runningCluster(plan: ClusterPlan): WorldCluster {
  const { account, region, name, instances } = plan;
  return {
    account,
    region,
    name,
    capacityProviders: instances > 0 ? [] : ['FARGATE', 'FARGATE_SPOT'],
    services: plan.services.map((service) => steadyService(plan, service)),
    tasks: plan.services.flatMap((service) =>
      Array.from({ length: service.tasks }, (_, index) => runningTask(plan, service, index)),
    ),
    containerInstances: Array.from({ length: instances }, (_, index) => activeInstance(plan, index)),
  };
}

/** What the services of a cluster run: one container each, which logs. */
export function definitionsOf({ account, region, services, instances }: ClusterPlan): WorldTaskDefinition[] {
  return services.map(({ name }) => ({
    account,
    region,
    family: name,
    revision: 1,
    status: 'ACTIVE',
    registeredAt: DEPLOYED - MINUTE,
    cpu: '256',
    memory: '512',
    networkMode: instances > 0 ? 'bridge' : 'awsvpc',
    requiresCompatibilities: [launchTypeOf(instances)],
    containerDefinitions: [
      {
        name: 'app',
        image: imageOf({ account, region }, name),
        essential: true,
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': `/ecs/${name}`,
            'awslogs-region': region,
            'awslogs-stream-prefix': 'ecs',
          },
        },
      },
    ],
  }));
}

function steadyService(plan: ClusterPlan, { name, tasks, schedulingStrategy }: ServicePlan): WorldService {
  const counts = { desiredCount: tasks, runningCount: tasks, pendingCount: 0 };
  const launchType = launchTypeOf(plan.instances);
  const taskDefinition = `${name}:1`;
  return {
    name,
    status: 'ACTIVE',
    taskDefinition,
    ...counts,
    createdAt: DEPLOYED,
    launchType,
    ...(schedulingStrategy ? { schedulingStrategy } : {}),
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    deployments: [
      {
        id: deploymentId(plan, name),
        status: 'PRIMARY',
        taskDefinition,
        ...counts,
        failedTasks: 0,
        createdAt: DEPLOYED,
        updatedAt: DEPLOYED + 3 * MINUTE,
        launchType,
        rolloutState: 'COMPLETED',
      },
    ],
    events: [
      {
        id: idOf(plan, name, 'event'),
        createdAt: DEPLOYED + 3 * MINUTE,
        message: `(service ${name}) has reached a steady state.`,
      },
    ],
    serviceDeployments: [
      {
        id: hexOf(plan, name, 'deployment').slice(0, 22),
        status: 'SUCCESSFUL',
        createdAt: DEPLOYED,
        startedAt: DEPLOYED,
        finishedAt: DEPLOYED + 3 * MINUTE,
        updatedAt: DEPLOYED + 3 * MINUTE,
      },
    ],
  };
}

function runningTask(plan: ClusterPlan, { name }: ServicePlan, index: number): WorldTask {
  const { region, instances } = plan;
  return {
    id: hexOf(plan, name, `task ${index}`),
    taskDefinition: `${name}:1`,
    group: `service:${name}`,
    startedBy: deploymentId(plan, name),
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    version: 4,
    createdAt: DEPLOYED,
    startedAt: DEPLOYED + MINUTE,
    launchType: launchTypeOf(instances),
    availabilityZone: `${region}${'ab'[index % 2]}`,
    cpu: '256',
    memory: '512',
    ...(instances > 0 ? { containerInstance: hexOf(plan, 'instance', String(index % instances)) } : {}),
    containers: [{ name: 'app', image: imageOf(plan, name), lastStatus: 'RUNNING' }],
  };
}

function activeInstance(plan: ClusterPlan, index: number): WorldContainerInstance {
  const id = hexOf(plan, 'instance', String(index));
  return {
    id,
    ec2InstanceId: `i-0${id.slice(0, 16)}`,
    status: 'ACTIVE',
    agentConnected: true,
    version: 7,
    registeredAt: DEPLOYED - 60 * MINUTE,
    healthStatus: { overallStatus: 'OK', details: [] },
  };
}

const launchTypeOf = (instances: number) => (instances > 0 ? 'EC2' : 'FARGATE');

const imageOf = ({ account, region }: { account: string; region: string }, name: string) =>
  `${account}.dkr.ecr.${region}.amazonaws.com/${name}:1`;

const idOf = ({ account, region, name }: ClusterPlan, ...path: string[]) =>
  uuidOf([account, region, name, ...path].join('/'));

const hexOf = (plan: ClusterPlan, ...path: string[]) => idOf(plan, ...path).replaceAll('-', '');

const deploymentId = (plan: ClusterPlan, service: string) =>
  `ecs-svc/${String(BigInt(`0x${hexOf(plan, service)}`)).slice(0, 19)}`;
