/** What a stopped task says of each of its containers. */
export type StoppedContainer = {
  name?: string | undefined;
  exitCode?: number | undefined;
  reason?: string | undefined;
};

/** AWS puts these beside the containers of people; they fail because a task ends more often than the other way round. */
const INJECTED = /^(?:aws-guardduty-agent|ecs-service-connect)|^(?:envoy|appmesh-envoy)$/i;
const OUT_OF_MEMORY = /^OutOfMemory/i;
/** SIGKILL and SIGTERM: mostly what the others get once an essential container has ended. */
const BY_SIGNAL = [137, 143];
const HARMLESS = Number.POSITIVE_INFINITY;

/**
 * The container that a task failed by: an alert names it, and so does the row of the history. Events do not say which
 * ones are essential: whoever ran out of memory comes first, then whoever failed by itself, then whoever was killed,
 * then whoever has a reason but never ran; an injected one only where no other fits.
 */
export function culpritOf<Container extends StoppedContainer>(
  containers: Container[],
): Container | undefined {
  const [worst] = containers
    .map((container) => ({ container, rank: rankOf(container) }))
    .filter(({ rank }) => rank !== HARMLESS)
    .sort((a, b) => a.rank - b.rank);
  return worst?.container;
}

export function ranOutOfMemory({ reason }: StoppedContainer): boolean {
  return OUT_OF_MEMORY.test(reason ?? '');
}

export function hasFailed({ exitCode }: StoppedContainer): boolean {
  return exitCode !== undefined && exitCode !== 0;
}

/** The lower, the likelier. */
function rankOf(container: StoppedContainer): number {
  const { name, exitCode = 0, reason } = container;
  const failed = hasFailed(container);
  if (!failed && !reason) return HARMLESS;
  if (ranOutOfMemory(container)) return 0;
  if (INJECTED.test(name ?? '')) return 4;
  if (!failed) return 3;
  return BY_SIGNAL.includes(exitCode) ? 2 : 1;
}
