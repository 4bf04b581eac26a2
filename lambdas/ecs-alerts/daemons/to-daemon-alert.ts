import type { Severity } from '#lambdas/contracts/observation.ts';
import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import { clusterUrlOf, taskUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import type { DaemonEvent } from '#lambdas/ecs-alerts/daemons/daemon-event.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

type Context = { place: Place; at: number; quietMinutes: number };

/** A failed rollout of a daemon comes as INFO: the name decides. */
const ROLLOUTS: Record<string, { severity: Severity; words: string; isOver: boolean; rank: number }> = {
  DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS: {
    severity: 'error',
    words: 'deployment is rolled back',
    isOver: false,
    rank: 1,
  },
  DAEMON_DEPLOYMENT_ROLLBACK_FAILED: {
    severity: 'critical',
    words: 'rollback failed',
    isOver: false,
    rank: 2,
  },
  DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL: {
    severity: 'error',
    words: 'deployment was rolled back',
    isOver: true,
    rank: 2,
  },
  DAEMON_DEPLOYMENT_SUCCESSFUL: { severity: 'info', words: 'is deployed', isOver: true, rank: 2 },
};

const NO_ROOM = 'Without it ECS may place no other task on the instance: free CPU and memory there.';
const TASK_FAILS =
  'Look why its task fails: image, start, health check. Without it ECS may place no other task on the instance.';

export const DAEMON_NAMES = ['DAEMON_TASK_START_IMPAIRED'];
export const DAEMON_DEPLOYMENT_NAMES = Object.keys(ROLLOUTS);

/** The alert of a daemon's rollout: one for each deployment that goes wrong. */
export function toDaemonDeploymentAlert(
  event: DaemonEvent,
  { place, at, quietMinutes }: Context,
): EcsAlert | undefined {
  const { eventName = '' } = event;
  const rollout = Object.hasOwn(ROLLOUTS, eventName) ? ROLLOUTS[eventName] : undefined;
  if (!rollout) return undefined;
  const { severity, words, isOver, rank } = rollout;
  const { name, ...common } = commonOf(event, place);
  return {
    ...common,
    kind: 'daemon-deployment',
    identity: [common.scope, event.daemonDeploymentArn ?? ''],
    severity,
    title: `${name}: daemon ${words}`,
    facts: isOver
      ? []
      : [
          {
            label: 'What to do',
            value: 'Find out why its tasks fail on the instances, before the next rollout.',
          },
        ],
    at,
    after: [['rank', rank]],
    entry: `Daemon ${words}.`,
    ...(isOver ? { status: 'resolved', quiet: true } : {}),
    // Instances are replaced one after the other: a rollout takes hours.
    resolvesAt: minutesAfter(at, 24 * quietMinutes),
  };
}

/** The alert of a daemon whose tasks cannot start on instances: one for each way to fail, counted. */
export function toDaemonAlert(
  event: DaemonEvent,
  { place, at, quietMinutes }: Context,
): EcsAlert | undefined {
  const { eventName, failureType, taskArn, containerInstanceArn } = event;
  if (!DAEMON_NAMES.includes(eventName ?? '')) return undefined;
  const { name, ...common } = commonOf(event, place);
  const task = taskArn
    ? [{ label: 'Open the task', url: taskUrlOf(taskArn, common.labels.cluster, place) }]
    : [];
  return {
    ...common,
    kind: 'daemon',
    identity: [common.scope, eventName ?? '', failureType ?? ''],
    severity: 'warning',
    title: `${name}: daemon cannot start its tasks`,
    facts: [{ label: 'What to do', value: taskArn ? TASK_FAILS : NO_ROOM }],
    links: [...task, ...common.links],
    at,
    entry: '',
    occurrence: { id: `${taskArn ?? containerInstanceArn ?? ''} ${isoTime(at)}`, at: isoTime(at) },
    resolvesAt: minutesAfter(at, quietMinutes),
  };
}

function commonOf(event: DaemonEvent, place: Place) {
  const { daemonArn, clusterArn, reason, failureType, containerInstanceArn, eventName } = event;
  const inArn = /:daemon\/([^/]+)\//.exec(daemonArn ?? '')?.[1];
  const cluster = nameOf(clusterArn) || inArn || 'default';
  const name = oneLine(nameOf(daemonArn) || 'a daemon', 80);
  const instance = containerInstanceArn ? nameOf(containerInstanceArn) : undefined;
  const url = clusterUrlOf(cluster, place);
  const scope = daemonArn ?? clusterArn ?? `${place.account}/${place.region}/${cluster}`;
  return {
    name,
    scope,
    summary: [
      reason ? `ECS says: ${oneLine(reason, 600)}` : '',
      `Cluster ${cluster}${failureType ? `, ${failureType}` : ''}.`,
    ],
    links: [{ label: 'Open the cluster', url }],
    resources: [{ id: instance ? `${cluster}/${instance}` : `${cluster}/${name}`, url }],
    labels: { cluster, service: name, verdict: 'daemon', typeCode: eventName },
    thread: scope,
  };
}
