import type { Container } from '#lambdas/ecs-alerts/stops/task-state.ts';

/** Containers that AWS puts into tasks; they fall with the others, and are rarely the cause. */
const INJECTED = /^(?:aws-guardduty-agent|ecs-service-connect|envoy|appmesh)/i;
const OUT_OF_MEMORY = /^OutOfMemory/i;

export function ranOutOfMemory({ reason }: Container): boolean {
  return OUT_OF_MEMORY.test(reason ?? '');
}

export function hasFailed({ exitCode }: Container): boolean {
  return exitCode !== undefined && exitCode !== 0;
}

/** The container to blame for a stop: out of memory, then a failed one, then one with a reason; the task's own first. */
export function culpritOf(containers: Container[]): Container | undefined {
  const own = containers.filter(({ name }) => !INJECTED.test(name ?? ''));
  const ordered = [...own, ...containers.filter((container) => !own.includes(container))];
  return (
    ordered.find(ranOutOfMemory) ??
    ordered.find(hasFailed) ??
    ordered.find(({ reason }) => Boolean(reason)) ??
    (own.length === 1 ? own[0] : undefined)
  );
}
