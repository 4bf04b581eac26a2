import { createHash, randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { PAYMENTS_PROD } from './health-event.ts';
import type { Telling } from './story.ts';

const REGION = 'eu-west-1';
/** The service that the sample world runs there. */
export const CLUSTER = 'payments';
export const SERVICE = 'checkout';
const ECS = `arn:aws:ecs:${REGION}:${PAYMENTS_PROD}`;
export const CLUSTER_ARN = `${ECS}:cluster/${CLUSTER}`;
export const SERVICE_ARN = `${ECS}:service/${CLUSTER}/${SERVICE}`;

export type EcsEventWords = { detailType: string; resources: string[]; detail: Record<string, unknown> };

/** An event of Amazon ECS of a telling, in the form that EventBridge delivers. */
export function ecsEvent(telling: Telling, { detailType, resources, detail }: EcsEventWords): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.ecs',
    account: PAYMENTS_PROD,
    time: isoTime(telling.now),
    region: REGION,
    resources,
    detail,
  };
}

/** A task of the service whose container `app` has ended. */
export function stoppedTask(
  telling: Telling,
  words: { number: number; exitCode: number; reason?: string },
): BusEvent {
  const id = createHash('md5').update(`${telling.id} ${words.number}`).digest('hex');
  const taskArn = `${ECS}:task/${CLUSTER}/${id}`;
  return ecsEvent(telling, {
    detailType: 'ECS Task State Change',
    resources: [taskArn],
    detail: {
      taskArn,
      clusterArn: CLUSTER_ARN,
      taskDefinitionArn: `${ECS}:task-definition/${SERVICE}:43`,
      group: `service:${SERVICE}`,
      startedBy: `ecs-svc/43${telling.number}`,
      launchType: 'FARGATE',
      lastStatus: 'STOPPED',
      desiredStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      stoppedAt: isoTime(telling.now),
      version: 5,
      containers: [
        {
          name: 'app',
          exitCode: words.exitCode,
          lastStatus: 'STOPPED',
          ...(words.reason ? { reason: words.reason } : {}),
        },
        { name: 'envoy', exitCode: 0, lastStatus: 'STOPPED' },
      ],
      overrides: {
        containerOverrides: [{ name: 'app', environment: [{ name: 'API_KEY', value: 'never-to-be-shown' }] }],
      },
    },
  });
}

/** How far the service's deployment is. */
export function deployment(telling: Telling, eventName: string, reason: string): BusEvent {
  return ecsEvent(telling, {
    detailType: 'ECS Deployment State Change',
    resources: [SERVICE_ARN],
    detail: {
      eventType: eventName.endsWith('FAILED') ? 'ERROR' : 'INFO',
      eventName,
      deploymentId: `ecs-svc/43${telling.number}`,
      updatedAt: isoTime(telling.now),
      reason,
    },
  });
}

export function isoTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
