import { expect, it } from 'vitest';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Queue } from '#local/estate.ts';
import { deployment, SERVICE, stoppedTask } from '#local/replay-events/ecs-event.ts';
import type { Telling } from '#local/replay-events/story.ts';
import { crashMatrix } from '#test/proof/crash-matrix.ts';

type Step = (telling: Telling) => BusEvent;

/** Events a second apart, however late a crash lets them arrive; meanwhile the service does not stand. */
function tell(...steps: Step[]) {
  return async (cloud: EmbeddedCloud, settle: () => Promise<void>) => {
    const services = cloud.organization.world.containers.clusters.flatMap((cluster) => cluster.services);
    Object.assign(services.find(({ name }) => name === SERVICE) ?? {}, { runningCount: 0 });
    const startedAt = cloud.clock.now();
    for (const [index, step] of steps.entries()) {
      await cloud.putEvent(step({ id: 'CRASH', number: 1, startedAt, now: startedAt + index * 1000 }));
      await settle();
    }
    // What a crash left unanswered is asked again.
    for (let time = 0; time < 2; time += 1) {
      cloud.clock.advance(QUESTION_MS);
      await settle();
    }
  };
}
const stop =
  (number: number): Step =>
  (telling) =>
    stoppedTask(telling, { number, exitCode: 1 });
const complete: Step = (telling) => deployment(telling, 'SERVICE_DEPLOYMENT_COMPLETED', 'completed');
const QUESTION_MS = 360_000;
/** Others are out of sight for hours, in which quiet would end the alert. */
const isOnTheWay = ({ name }: Queue) => /EcsAlerts|AlertsQueue|OutboxQueue/.test(name);

it('of the end of a crash loop no crash changes the final message or repeats a post twice', async () => {
  // Not of ecs-alerts: a stop that comes after the end is told again, until ECS is asked.
  expect(
    await crashMatrix(tell(stop(1), complete), { only: /AlertDesk|ChatDelivery/, matters: isOnTheWay }),
  ).toBeGreaterThan(40);
});
