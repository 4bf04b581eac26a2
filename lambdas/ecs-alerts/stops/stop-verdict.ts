import { culpritOf, hasFailed, ranOutOfMemory } from '#lambdas/contracts/ecs-culprit.ts';
import type { Container, TaskState } from '#lambdas/ecs-alerts/stops/task-state.ts';

/** Why a task stopped. `quiet`, `rollout` and `user` are nobody's trouble; `scheduler` is ECS's own doing, unexplained. */
export type Verdict =
  | 'out-of-memory'
  | 'crash'
  | 'service-exit'
  | 'quiet'
  | 'cannot-start'
  | 'unhealthy'
  | 'rollout'
  | 'spot'
  | 'host-gone'
  | 'maintenance'
  | 'user'
  | 'scheduler'
  | 'unknown';

export type StopVerdict = { verdict: Verdict; culprit?: Container | undefined };

/** AWS lists not all of its texts: short parts of those that are known, in either case. */
const UNHEALTHY = /failed (?:elb|container) health checks|failed .{0,40}health check/i;
const ROLLOUT = /scaling activity initiated by|availability[- ]zone rebalancing initiated by/i;
const HOST_GONE =
  /host ec2.*(?:stopped|terminated)|container instance (?:deregistration|deregistered|terminated|draining)/i;
const RETIREMENT = /retire|underlying infrastructure/i;

/** Where a container is to blame: of what others stopped, exit codes say nothing. */
const BY_CONTAINER: Verdict[] = ['out-of-memory', 'crash', 'service-exit', 'cannot-start', 'unknown'];

/** Whether a state of a task is a stop to speak of: the last one, or the notice two minutes before a Spot task ends. */
export function isStop({ lastStatus, stopCode }: TaskState): boolean {
  return lastStatus?.toUpperCase() === 'STOPPED' || stopCode === 'TerminationNotice';
}

/** Why a task stopped: the first rule that fits. Stop codes alone hide kills by load balancers and lost memory. */
export function stopVerdictOf(task: TaskState): StopVerdict {
  const verdict = verdictOf(task);
  const culprit = BY_CONTAINER.includes(verdict) ? culpritOf(task.containers) : undefined;
  return { verdict, ...(culprit ? { culprit } : {}) };
}

function verdictOf(task: TaskState): Verdict {
  const { containers, stopCode, stoppedReason = '' } = task;
  if (containers.some(ranOutOfMemory)) return 'out-of-memory';
  if (stopCode === 'EssentialContainerExited') return exitVerdictOf(task);
  if (stopCode === 'TaskFailedToStart') return 'cannot-start';
  // People write what they like as the reason of a stop.
  if (stopCode === 'UserInitiated') return HOST_GONE.test(stoppedReason) ? 'host-gone' : 'user';
  if (UNHEALTHY.test(stoppedReason)) return 'unhealthy';
  if (ROLLOUT.test(stoppedReason)) return 'rollout';
  if (HOST_GONE.test(stoppedReason)) return 'host-gone';
  if (stopCode === 'TerminationNotice' || stopCode === 'SpotInterruption') return 'spot';
  if (stopCode === 'InfrastructureHealth' || RETIREMENT.test(stoppedReason)) return 'maintenance';
  return stopCode === 'ServiceSchedulerInitiated' ? 'scheduler' : 'unknown';
}

/** A service's task should not end at all; another that ends well has done its work. */
function exitVerdictOf({ containers, group }: TaskState): Verdict {
  if (containers.some(hasFailed)) return 'crash';
  if (!containers.every(({ exitCode }) => exitCode === 0)) return 'unknown';
  return group?.startsWith('service:') ? 'service-exit' : 'quiet';
}
