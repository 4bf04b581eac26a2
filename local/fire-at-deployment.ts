import type { EmbeddedCloud } from '#local/embedded-cloud.ts';

/**
 * Fires what AWS would as soon as it is deployed: schedules with a rate, the members' heartbeats first. The
 * embedded cloud itself waits for the first period, so that tests begin in silence.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
 */
export async function fireAtDeployment({ estate, scheduler, settled }: EmbeddedCloud): Promise<void> {
  const rated = estate.schedules.filter(({ expression }) => expression.startsWith('rate('));
  const [heartbeats, others] = [true, false].map((isMember) =>
    rated.filter(({ event }) => (event !== undefined) === isMember),
  );
  for (const schedules of [heartbeats ?? [], others ?? []]) {
    for (const { arn } of schedules) await scheduler.trigger(arn);
    await settled();
  }
}
