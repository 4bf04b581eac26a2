import type { Finding } from '#lambdas/ecs-alerts/checks/answer-check.ts';
import type { DescribedService, EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';

/** Between two crashes a service stands for a while, too. */
const STANDS_MINUTES = 10;

/** Whether a service has recovered since its last trouble. */
export async function findService(
  { cluster = '', name = '', since = '' }: Record<string, string>,
  ecs: Pick<EcsApi, 'describeService'>,
  { now }: { now: Date },
): Promise<Finding> {
  const service = await ecs.describeService(cluster, name);
  if (!service || service.status === 'INACTIVE') return { status: 'resolved', why: 'the service is gone' };
  if (service.status === 'DRAINING') return { status: 'resolved', why: 'the service is being deleted' };
  if (service.desired === 0) return { status: 'resolved', why: 'the service is scaled to zero' };
  const troubled = Date.parse(since);
  const stoodFor = now.getTime() - Math.max(troubled, service.steadyAt ?? troubled);
  const { steadyAt } = service;
  if (!stands(service) || now.getTime() - troubled < STANDS_MINUTES * 60_000) {
    return { status: 'open', why: `${service.running} of ${service.desired} tasks run` };
  }
  const at = steadyAt !== undefined && steadyAt > troubled && stoodFor >= 0 ? steadyAt : now.getTime();
  return { status: 'resolved', why: `all ${service.desired} tasks run again`, at };
}

function stands({ desired, running, pending, rollouts }: DescribedService): boolean {
  const [rollout] = rollouts;
  return (
    running >= desired &&
    pending === 0 &&
    rollouts.length <= 1 &&
    rollout !== 'IN_PROGRESS' &&
    rollout !== 'FAILED'
  );
}
