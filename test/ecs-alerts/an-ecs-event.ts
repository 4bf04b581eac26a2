import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import type { Account, EcsSettings } from '#lambdas/contracts/settings.ts';
import { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import { type EcsPorts, relayEcsEvent } from '#lambdas/ecs-alerts/relay-ecs-event.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';

type Fields = Record<string, unknown>;

export const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';
const ECS = `arn:aws:ecs:${REGION}:${ACCOUNT}`;
export const CLUSTER_ARN = `${ECS}:cluster/prod`;
export const SERVICE_ARN = `${ECS}:service/prod/web`;
const INSTANCE_ARN = `${ECS}:container-instance/prod/4f2ad1c09b8e47d6a35c7e1f90b2d384`;
const DAEMON_ARN = `${ECS}:daemon/prod/log-router`;
const TIME = '2026-11-22T10:00:00Z';

const SETTINGS: EcsSettings = {
  accounts: [],
  quietMinutes: 30,
  drainMinutes: 60,
  disconnectedMinutes: 15,
  deployments: 'failed',
  userStops: false,
  logLines: 0,
};

/** The moment of an event, which its detail repeats. */
function timeOf({ time }: Fields): string {
  return typeof time === 'string' ? time : TIME;
}

/** An id as ECS makes it: 32 hexadecimal digits, the same for the same number. */
export function taskId(number: number): string {
  return `7d${number.toString(16).padStart(30, '0')}`;
}

/** An event of ECS as EventBridge delivers it; `undefined` leaves a field out. */
export function anEcsEvent(detailType: string, detail: Fields, envelope: Fields = {}): BusEvent {
  const event = {
    version: '0',
    id: '5e0f6a2c-8d17-4b3e-9c41-7a6b5d4c3e2f',
    'detail-type': detailType,
    source: 'aws.ecs',
    account: ACCOUNT,
    time: TIME,
    region: REGION,
    resources: [SERVICE_ARN],
    detail,
    ...envelope,
  };
  return JSON.parse(JSON.stringify(event)) as BusEvent;
}

/** A container of a task that has stopped. */
export function aContainer(fields: Fields = {}): Fields {
  return {
    containerArn: `${ECS}:container/prod/1b2c`,
    lastStatus: 'STOPPED',
    name: 'app',
    image: 'registry.example/web:1.4.2',
    imageDigest: 'sha256:3f5e1c7a9b0d2e4f6a8c1b3d5e7f9a0b2c4d6e8f1a3b5c7d9e0f2a4b6c8d0e1f',
    exitCode: 1,
    cpu: '0',
    ...fields,
  };
}

/** A task of the service `web` whose container `app` exited with 1. */
export function aStoppedTask(detail: Fields = {}, envelope: Fields = {}, number = 1): BusEvent {
  const taskArn = `${ECS}:task/prod/${taskId(number)}`;
  const time = timeOf(envelope);
  return anEcsEvent(
    'ECS Task State Change',
    {
      taskArn,
      clusterArn: CLUSTER_ARN,
      taskDefinitionArn: `${ECS}:task-definition/web:42`,
      group: 'service:web',
      startedBy: 'ecs-svc/6100000000000000042',
      launchType: 'FARGATE',
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      stoppedAt: time,
      containers: [aContainer()],
      cpu: '256',
      memory: '512',
      version: 5,
      overrides: {
        containerOverrides: [
          { name: 'app', environment: [{ name: 'DB_PASSWORD', value: 'hunter2-from-env' }] },
        ],
      },
      ...detail,
    },
    { resources: [taskArn], ...envelope },
  );
}

export function aServiceAction(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const createdAt = timeOf(envelope);
  const usual = {
    eventType: 'WARN',
    eventName: 'SERVICE_TASK_START_IMPAIRED',
    clusterArn: CLUSTER_ARN,
    createdAt,
  };
  return anEcsEvent('ECS Service Action', { ...usual, ...detail }, envelope);
}

export function aDeployment(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const updatedAt = timeOf(envelope);
  const usual = {
    eventType: 'ERROR',
    eventName: 'SERVICE_DEPLOYMENT_FAILED',
    deploymentId: 'ecs-svc/6100000000000000042',
    updatedAt,
    reason: 'ECS deployment circuit breaker: tasks failed to start.',
  };
  return anEcsEvent('ECS Deployment State Change', { ...usual, ...detail }, envelope);
}

export function aHook(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const updatedAt = timeOf(envelope).replace('Z', '.618059641Z');
  const deployment = `${ECS}:service-deployment/prod/web/Qx8fJ2mVt0aLkP3r`;
  const usual = {
    eventType: 'INFO',
    eventName: 'HOOK_AWAITING_ACTION',
    hookId: 'hook-2f9c41d7',
    hookType: 'PAUSE',
    expiresAt: '2026-11-22T10:10:00.000Z',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
    serviceArn: SERVICE_ARN,
    serviceDeploymentArn: deployment,
    clusterArn: CLUSTER_ARN,
    updatedAt,
  };
  return anEcsEvent(
    'ECS Hook State Change',
    { ...usual, ...detail },
    { resources: [deployment], ...envelope },
  );
}

export function anInstanceState(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const updatedAt = timeOf(envelope);
  const usual = {
    agentConnected: true,
    clusterArn: CLUSTER_ARN,
    containerInstanceArn: INSTANCE_ARN,
    ec2InstanceId: 'i-0a1b2c3d4e5f60718',
    status: 'DRAINING',
    version: 8,
    updatedAt,
  };
  const resources = [INSTANCE_ARN];
  return anEcsEvent(
    'ECS Container Instance State Change',
    { ...usual, ...detail },
    { resources, ...envelope },
  );
}

export function anInstanceHealth(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const usual = {
    clusterArn: CLUSTER_ARN,
    containerInstanceArn: INSTANCE_ARN,
    capacityProviderName: null,
    ec2InstanceId: 'i-0a1b2c3d4e5f60718',
    overallStatus: 'IMPAIRED',
    healthChecks: [
      {
        type: 'CONTAINER_RUNTIME',
        status: 'IMPAIRED',
        lastStatusChange: '2026-11-22T09:58:00Z',
        lastUpdated: '2026-11-22T09:57:00Z',
        statusReason: null,
      },
    ],
  };
  const resources = [INSTANCE_ARN];
  return anEcsEvent(
    'ECS Container Instance Health Change',
    { ...usual, ...detail },
    { resources, ...envelope },
  );
}

export function aDaemonAction(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const createdAt = timeOf(envelope);
  const usual = {
    eventType: 'WARNING',
    eventName: 'DAEMON_TASK_START_IMPAIRED',
    clusterArn: CLUSTER_ARN,
    containerInstanceArn: INSTANCE_ARN,
    daemonArn: DAEMON_ARN,
    failureType: 'TASK_CREATION_FAILED',
    createdAt,
    reason: 'RESOURCE:CPU - no CPU left for the daemon task',
  };
  return anEcsEvent('ECS Daemon Service Action', { ...usual, ...detail }, { resources: [], ...envelope });
}

export function aDaemonDeployment(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const updatedAt = timeOf(envelope);
  const usual = {
    eventType: 'INFO',
    eventName: 'DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS',
    clusterArn: CLUSTER_ARN,
    daemonArn: DAEMON_ARN,
    daemonDeploymentArn: `${ECS}:daemon-deployment/prod/log-router/7Kd2`,
    updatedAt,
  };
  return anEcsEvent(
    'ECS Daemon Deployment State Change',
    { ...usual, ...detail },
    { resources: [DAEMON_ARN], ...envelope },
  );
}

/** What the function makes of an event that a queue hands to it. */
function asRead(event: unknown): EcsEvent {
  return parseBody(EcsEvent, JSON.stringify(event));
}

type Given = { settings?: Partial<EcsSettings>; accounts?: Account[]; ports?: Partial<EcsPorts> };

/** What the alert desk is told of an event. */
export async function told(
  event: unknown,
  { settings = {}, accounts = [], ports = {} }: Given = {},
): Promise<(Observation | Standing)[]> {
  const messages: (Observation | Standing)[] = [];
  await relayEcsEvent(asRead(event), {
    tell: async (message) => void messages.push(message),
    accountDirectory: accountsInSettings(accounts),
    findLog: async () => undefined,
    readLog: async () => [],
    countUnknown: () => {},
    settings: { ...SETTINGS, ...settings },
    now: () => new Date('2026-11-22T10:00:05Z'),
    ...ports,
  });
  return messages;
}

/** Of what was told, the alerts. */
export async function observed(event: unknown, given: Given = {}): Promise<Observation[]> {
  return (await told(event, given)).filter((message) => message.kind === 'observation');
}

/** The one alert of an event. */
export async function theAlert(event: unknown, given: Given = {}): Promise<Observation> {
  const [only, ...others] = await observed(event, given);
  if (!only || others.length > 0) throw new Error(`${others.length + (only ? 1 : 0)} alerts, not one`);
  return only;
}
