import type { Service } from '#lambdas/ecs-alerts/arn.ts';
import { checkOfService } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { deploymentsUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import {
  causeOf,
  type DeploymentState,
  STAGES,
  type Stage,
} from '#lambdas/ecs-alerts/deployments/deployment-state.ts';
import { type EcsAlert, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

export type DeploymentSettings = { quietMinutes: number; deployments: 'failed' | 'all' };

const REASON_LENGTH = 600;

/**
 * The alert of a service's deployment: one for each service, since not every event of a failure names the deployment.
 * One that is complete is told to whoever knows of it, in another way; one that only begins where settings ask for it.
 */
export function toDeploymentAlert(
  state: DeploymentState,
  stage: Exclude<Stage, 'completed'>,
  service: Service,
  { place, at, settings }: { place: Place; at: number; settings: DeploymentSettings },
): EcsAlert | undefined {
  if (stage === 'started' && settings.deployments === 'failed') return undefined;
  const { eventName, reason, deploymentId } = state;
  const cause = causeOf(state);
  const by = cause ? ` by the ${cause}` : '';
  const words = {
    started: 'is being deployed',
    failed: `deployment failed${cause ? ` (${cause})` : ''}`,
    'rolling-back': `deployment is rolled back${by}`,
  }[stage];
  const url = deploymentsUrlOf(service, place);
  return {
    kind: 'deployment',
    identity: [service.arn],
    scope: service.arn,
    severity: stage === 'started' ? 'info' : 'error',
    title: `${oneLine(service.name, 80)}: ${words}`,
    summary: [
      reason ? `ECS says: ${oneLine(reason, REASON_LENGTH)}` : '',
      `${service.cluster ? `Cluster ${service.cluster}` : 'Cluster not named'}${deploymentId ? `, deployment ${oneLine(deploymentId, 80)}` : ''}.`,
    ],
    facts: adviceOn(stage),
    links: [{ label: 'Open its deployments', url }],
    resources: [{ id: service.path, url }],
    labels: {
      cluster: service.cluster,
      service: service.name,
      verdict: `deployment-${stage}`,
      typeCode: eventName,
    },
    at,
    after: [['stage', STAGES.indexOf(stage)]],
    entry: stage === 'started' ? 'A deployment has begun.' : `Its ${words}.`,
    resolvesAt: minutesAfter(at, settings.quietMinutes),
    check: checkOfService(service, place, at),
    thread: service.arn,
  };
}

function adviceOn(stage: Stage): EcsAlert['facts'] {
  const advice = {
    started: '',
    completed: '',
    failed: 'Find out why its tasks stop, then deploy again; without a rollback the failed revision stays.',
    'rolling-back':
      'Nothing for now: the former revision comes back. Find out why before the next deployment.',
  }[stage];
  return advice ? [{ label: 'What to do', value: advice }] : [];
}
