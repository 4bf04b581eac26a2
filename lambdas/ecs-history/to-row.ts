import { culpritOf } from '#lambdas/contracts/ecs-culprit.ts';
import type { EcsColumn } from '#lambdas/contracts/ecs-tables.ts';
import { type EcsArn, nameInArn, parseEcsArn } from '#lambdas/ecs-history/ecs-arn.ts';
import type { EcsDetail, EcsEvent } from '#lambdas/ecs-history/ecs-event.ts';
import { ecsTime } from '#lambdas/ecs-history/ecs-time.ts';
import { eventHash } from '#lambdas/ecs-history/event-hash.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

type EcsCell = string | number | boolean | null;
type Cells = Record<Exclude<EcsColumn, 'event_hash'>, EcsCell>;
/** An event as a row of the table `ecs-events`. */
export type EcsRow = Record<EcsColumn, EcsCell> & { event_time: string; event_hash: string };

const TEXT_LENGTH = 500;
/** Tasks that a deployment started are `startedBy` it. */
const DEPLOYMENT = /^ecs-svc\//;
const GOOD = ['OK', 'INITIALIZING'];

/** All of it follows from the event alone, so that a repeat is the same row. */
export function toRow(event: EcsEvent): EcsRow {
  const cells = {
    event_time: timeOf(event),
    ...identityOf(event),
    ...placeOf(event),
    ...stateOf(event.detail),
  } satisfies Cells;
  return { ...cells, event_hash: eventHash(cells) };
}

/** The time of sending, which AWS's own examples lack in places; then that of what happened. */
function timeOf({ time, detail }: EcsEvent): string {
  const found = ecsTime(time) ?? ecsTime(detail.updatedAt) ?? ecsTime(detail.createdAt);
  if (found === undefined) throw new PermanentError('Event has no time', { fields: { fields: ['time'] } });
  return found;
}

function identityOf(event: EcsEvent) {
  const { id, account, region, detail } = event;
  return {
    account_id: text(account),
    region: text(region),
    detail_type: text(event['detail-type']),
    event_type: text(detail.eventType),
    event_name: text(detail.eventName),
    version: detail.version ?? null,
    event_id: text(id),
  };
}

function placeOf({ resources, detail }: EcsEvent) {
  const [resource] = resources;
  const about = parseEcsArn(detail.serviceArn ?? resource);
  const { startedBy = '', deploymentId } = detail;
  const deployment = deploymentId ?? nameInArn(detail.daemonDeploymentArn);
  return {
    cluster: text(parseEcsArn(detail.clusterArn)?.cluster ?? about?.cluster),
    service: text(serviceOf(detail, about)),
    daemon: text(nameInArn(detail.daemonArn)),
    task_group: text(detail.group),
    task_id: text(nameInArn(detail.taskArn)),
    task_definition: text(nameInArn(detail.taskDefinitionArn ?? detail.daemonTaskDefinitionArn)),
    deployment_id: text(deployment ?? (DEPLOYMENT.test(startedBy) ? startedBy : undefined)),
    service_deployment: text(nameInArn(detail.serviceDeploymentArn)),
    container_instance: text(nameInArn(detail.containerInstanceArn)),
    ec2_instance_id: text(detail.ec2InstanceId),
    capacity_provider: text(detail.capacityProviderName),
    availability_zone: text(detail.availabilityZone),
    launch_type: text(detail.launchType),
    started_by: text(detail.startedBy),
  };
}

function serviceOf({ group }: EcsDetail, about: EcsArn | undefined): string | undefined {
  if (group?.startsWith('service:')) return group.slice('service:'.length);
  if (about?.kind === 'service') return about.name;
  return about?.kind === 'service-deployment' ? about.path.at(-2) : undefined;
}

function stateOf(detail: EcsDetail) {
  const culprit = culpritOf(detail.containers);
  const failed = detail.healthChecks.filter(({ status }) => !GOOD.includes(status ?? 'OK'));
  return {
    last_status: text(detail.lastStatus),
    desired_status: text(detail.desiredStatus),
    stop_code: text(detail.stopCode),
    stopped_reason: text(detail.stoppedReason),
    container: text(culprit?.name),
    exit_code: culprit?.exitCode ?? null,
    container_reason: text(culprit?.reason),
    image_digest: text(culprit?.imageDigest),
    instance_status: text(detail.status),
    agent_connected: detail.agentConnected ?? null,
    overall_status: text(detail.overallStatus),
    failed_checks: text(failed.map(({ type }) => type ?? 'unknown').join(', ')),
    failure_type: text(detail.failureType),
    reason: text(detail.reason ?? failed.find(({ statusReason }) => statusReason)?.statusReason),
    hook_id: text(detail.hookId),
    hook_type: text(detail.hookType),
    lifecycle_stage: text(detail.lifecycleStage),
    expires_at: ecsTime(detail.expiresAt) ?? null,
    created_at: ecsTime(detail.createdAt) ?? null,
    started_at: ecsTime(detail.startedAt) ?? null,
    stopping_at: ecsTime(detail.stoppingAt) ?? null,
    stopped_at: ecsTime(detail.stoppedAt) ?? null,
    updated_at: ecsTime(detail.updatedAt) ?? null,
  };
}

/** Cut, since a row must stay small whatever AWS sends; empty is none. */
function text(value: string | undefined): string | null {
  return oneLine(value ?? '', TEXT_LENGTH) || null;
}
