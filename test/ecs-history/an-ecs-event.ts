import { EcsEvent } from '#lambdas/ecs-history/ecs-event.ts';
import { type EcsRow, toRow } from '#lambdas/ecs-history/to-row.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';

type Fields = Record<string, unknown>;

const ACCOUNT = '111122223333';
const REGION = 'eu-central-1';
export const arnOf = (resource: string) => `arn:aws:ecs:${REGION}:${ACCOUNT}:${resource}`;

/** An event of ECS as EventBridge delivers it; `undefined` leaves a field out. */
function anEcsEvent(detailType: string, detail: Fields, envelope: Fields): BusEvent {
  const event = {
    version: '0',
    id: '6d0f5c1e-4a51-4a0e-8a53-0d6d3b7a9c01',
    'detail-type': detailType,
    source: 'aws.ecs',
    account: ACCOUNT,
    time: '2026-11-20T10:00:00Z',
    region: REGION,
    resources: [arnOf('service/harbour/ferry')],
    detail: { clusterArn: arnOf('cluster/harbour'), ...detail },
    ...envelope,
  };
  return JSON.parse(JSON.stringify(event)) as BusEvent;
}

/** A task of the service `ferry` that stopped since its container failed; give what matters to the test. */
export function aTaskStop(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const task = arnOf('task/harbour/5f1c0a9be2d34e6f8a7b6c5d4e3f2a10');
  return anEcsEvent(
    'ECS Task State Change',
    {
      taskArn: task,
      taskDefinitionArn: arnOf('task-definition/ferry:42'),
      group: 'service:ferry',
      startedBy: 'ecs-svc/4012345678901234567',
      launchType: 'FARGATE',
      availabilityZone: 'eu-central-1b',
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [aContainer()],
      overrides: { containerOverrides: [{ name: 'deck' }] },
      createdAt: '2026-11-20T09:58:01.5Z',
      startedAt: '2026-11-20T09:58:30.19Z',
      stoppingAt: '2026-11-20T09:59:50.250Z',
      stoppedAt: '2026-11-20T10:00:00.618059641Z',
      updatedAt: '2026-11-20T10:00:00.618059641Z',
      version: 5,
      ...detail,
    },
    { resources: [task], ...envelope },
  );
}

export function aContainer(fields: Fields = {}): Fields {
  return { name: 'deck', exitCode: 1, lastStatus: 'STOPPED', imageDigest: 'sha256:0c0ffee0', ...fields };
}

export function aServiceAction(eventName: string, detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const dated = { createdAt: '2026-11-20T10:00:00.807Z' };
  return anEcsEvent('ECS Service Action', { eventType: 'ERROR', eventName, ...dated, ...detail }, envelope);
}

/** `word`: IN_PROGRESS, COMPLETED or FAILED. */
export function aDeploymentEvent(word: string, detail: Fields = {}, envelope: Fields = {}): BusEvent {
  return anEcsEvent(
    'ECS Deployment State Change',
    {
      clusterArn: undefined,
      eventType: word === 'FAILED' ? 'ERROR' : 'INFO',
      eventName: `SERVICE_DEPLOYMENT_${word}`,
      deploymentId: 'ecs-svc/4012345678901234567',
      updatedAt: '2026-11-20T10:00:00Z',
      reason: `ECS deployment ecs-svc/4012345678901234567 ${word.toLowerCase()}.`,
      ...detail,
    },
    envelope,
  );
}

/** An event of one of the other kinds. */
export function anEventOf(
  detailType: string,
  resource: string,
  detail: Fields = {},
  envelope: Fields = {},
): BusEvent {
  return anEcsEvent(detailType, detail, { resources: resource ? [arnOf(resource)] : [], ...envelope });
}

/** What the function makes of an event that a queue hands to it. */
export function rowOf(event: unknown): EcsRow {
  return toRow(parseBody(EcsEvent, JSON.stringify(event)));
}
