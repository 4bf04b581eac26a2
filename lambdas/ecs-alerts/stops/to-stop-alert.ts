import { retirementThread } from '#lambdas/contracts/ecs-retirement.ts';
import { nameOf, revisionOf, type Service, serviceOfGroup } from '#lambdas/ecs-alerts/arn.ts';
import { checkOfService } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import {
  clusterUrlOf,
  healthUrlOf,
  type LogStream,
  logUrlOf,
  serviceUrlOf,
  taskUrlOf,
} from '#lambdas/ecs-alerts/console-url.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { stopVerdictOf } from '#lambdas/ecs-alerts/stops/stop-verdict.ts';
import {
  adviceOnStop,
  causeOfStop,
  severityOfStop,
  type ToldVerdict,
  titleOfStop,
} from '#lambdas/ecs-alerts/stops/stop-words.ts';
import type { TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';

export type StopSettings = { quietMinutes: number; userStops: boolean };

/** What is known of a stop beside the task itself. */
export type StopContext = {
  place: Place;
  /** Milliseconds. */
  at: number;
  /** Where the container to blame logged, if that could be found out. */
  log?: LogStream | undefined;
  /** Its last lines, where settings ask for them. */
  logLines?: string[] | undefined;
};

/** Where stops of a kind are told of the whole cluster: there are many, and nobody can mend them. */
const OF_CLUSTER = new Set(['spot']);

/**
 * The alert of a stopped task: one for each service (or family), verdict, container to blame and revision, however many
 * tasks die. None of those that end as they should.
 */
export function toStopAlert(
  task: TaskState,
  context: StopContext,
  settings: StopSettings,
): EcsAlert | undefined {
  const stop = stopVerdictOf(task);
  const { verdict, culprit } = stop;
  if (verdict === 'quiet' || verdict === 'rollout' || (verdict === 'user' && !settings.userStops))
    return undefined;

  const { place, at } = context;
  const { taskArn = '', clusterArn, stopCode, launchType } = task;
  const cluster = nameOf(clusterArn) || 'default';
  const service = OF_CLUSTER.has(verdict) ? undefined : serviceOfGroup(task.group, clusterArn, place);
  const family =
    /^family:(.+)$/s.exec(task.group ?? '')?.[1] ?? revisionOf(task.taskDefinitionArn)?.split(':')[0];
  const subject = OF_CLUSTER.has(verdict) ? cluster : (service?.name ?? family ?? 'a task');
  const clusterScope = clusterArn ?? `${place.account}/${place.region}/${cluster}`;
  const scope = service?.arn ?? (OF_CLUSTER.has(verdict) ? clusterScope : `${clusterScope}/${subject}`);
  const revision = revisionOf(task.taskDefinitionArn);
  const advice = adviceOnStop(stop, task);
  return {
    kind: 'stop',
    identity: OF_CLUSTER.has(verdict)
      ? [scope, verdict]
      : [scope, verdict, culprit?.name ?? '', revision ?? ''],
    scope,
    severity: severityOfStop(verdict),
    title: titleOfStop(subject, stop, task),
    summary: [
      ...causeOfStop(stop, task),
      originOf(task, revision),
      culprit?.imageDigest ? `Image ${culprit.imageDigest}` : '',
      ...(context.logLines?.length ? ['Last lines of its log:', ...context.logLines] : []),
    ],
    facts: advice ? [{ label: 'What to do', value: advice }] : [],
    links: linksOf(verdict, task, cluster, service, context),
    resources: taskArn
      ? [{ id: `${cluster}/${nameOf(taskArn)}`, url: taskUrlOf(taskArn, cluster, place) }]
      : [],
    labels: {
      cluster,
      service: service?.name,
      family: service ? undefined : family,
      verdict,
      typeCode: stopCode,
      container: culprit?.name,
      launchType,
      capacityProvider: task.capacityProviderName,
    },
    at,
    // Each stop has its words; only what turns for the better or worse is worth a line.
    entry: '',
    occurrence: { id: taskArn || `${at}`, at: isoTime(at) },
    resolvesAt: minutesAfter(at, settings.quietMinutes),
    ...(service ? { check: checkOfService(service, place, at) } : {}),
    // Beside its announcement by AWS Health.
    thread: verdict === 'maintenance' ? retirementThread(place.account, place.region) : scope,
  };
}

/** `Cluster prod, task definition web:42, started by deployment ecs-svc/…`: what to go back from. */
function originOf(
  { startedBy, clusterArn, launchType, capacityProviderName }: TaskState,
  revision: string | undefined,
): string {
  const deployment = startedBy?.startsWith('ecs-svc/') ? `started by deployment ${startedBy}` : '';
  const words = [
    clusterArn ? `cluster ${nameOf(clusterArn)}` : '',
    revision ? `task definition ${revision}` : '',
    deployment,
    launchType ?? capacityProviderName ?? '',
  ].filter(Boolean);
  const line = words.join(', ');
  return line ? `${line[0]?.toUpperCase()}${line.slice(1)}.` : '';
}

function linksOf(
  verdict: ToldVerdict,
  { taskArn }: TaskState,
  cluster: string,
  service: Service | undefined,
  { place, log }: StopContext,
): EcsAlert['links'] {
  return [
    ...(taskArn ? [{ label: 'Open the task', url: taskUrlOf(taskArn, cluster, place) }] : []),
    ...(log ? [{ label: 'Open its log', url: logUrlOf(log, place) }] : []),
    ...(verdict === 'maintenance' ? [{ label: 'Retirements in AWS Health', url: healthUrlOf(place) }] : []),
    service
      ? { label: 'Open the service', url: serviceUrlOf(service, place) }
      : { label: 'Open the cluster', url: clusterUrlOf(cluster, place) },
  ];
}
