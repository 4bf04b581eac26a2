import type { Container } from '#lambdas/ecs-history/ecs-event.ts';

/** AWS puts these beside the containers of people; they fail because a task ends more often than the other way round. */
const INJECTED = /^(?:aws-guardduty-agent|ecs-service-connect|envoy)/i;
/** SIGKILL and SIGTERM: mostly what the others get once an essential container has ended. */
const BY_SIGNAL = [137, 143];
const HARMLESS = Number.POSITIVE_INFINITY;

/**
 * The container that a task failed by. Events do not say which ones are essential: whoever ran out of memory comes
 * first, then whoever failed by itself, then whoever was killed, then whoever has a reason but never ran; an injected one
 * only where no other fits.
 */
export function culpritOf(containers: Container[]): Container | undefined {
  const [worst] = containers
    .map((container) => ({ container, rank: rankOf(container) }))
    .filter(({ rank }) => rank !== HARMLESS)
    .sort((a, b) => a.rank - b.rank);
  return worst?.container;
}

/** The lower, the likelier. */
function rankOf({ name, exitCode, reason }: Container): number {
  const failed = exitCode !== undefined && exitCode !== 0;
  if (!failed && !reason) return HARMLESS;
  if (INJECTED.test(name ?? '')) return 4;
  if (reason?.startsWith('OutOfMemory')) return 0;
  if (!failed) return 3;
  return BY_SIGNAL.includes(exitCode) ? 2 : 1;
}
