import { randomUUID } from 'node:crypto';
import type { WorldCluster, WorldService } from '#local/counterparts/organization/world-containers.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

/** The tasks of a service die and do not start again; ECS tells of it, as it does after some tries. */
export async function crash(
  service: WorldService,
  { account, region, name }: WorldCluster,
  { clock, putEvent }: Pick<EmbeddedCloud, 'clock' | 'putEvent'>,
): Promise<void> {
  run(service, 0);
  const ecs = `arn:aws:ecs:${region}:${account}`;
  const time = new Date(clock.now()).toISOString();
  await putEvent({
    version: '0',
    id: randomUUID(),
    'detail-type': 'ECS Service Action',
    source: 'aws.ecs',
    account,
    time,
    region,
    resources: [`${ecs}:service/${name}/${service.name}`],
    detail: {
      eventType: 'WARN',
      eventName: 'SERVICE_TASK_START_IMPAIRED',
      clusterArn: `${ecs}:cluster/${name}`,
      createdAt: time,
    },
  });
}

/** All its tasks run. Nobody says so in an event that is forwarded: Reeve asks, some minutes later. */
export function mend(service: WorldService): void {
  run(service, service.desiredCount);
}

function run(service: WorldService, runningCount: number): void {
  const counts = { runningCount, pendingCount: service.desiredCount - runningCount };
  const last = service.deployments.find(({ status }) => status === 'PRIMARY');
  Object.assign(service, counts);
  Object.assign(last ?? {}, counts);
}
