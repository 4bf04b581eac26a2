import { nameIn } from '#local/arn-words.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { createEventBus } from '#local/bus/event-bus.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { aTaskStop } from '#test/ecs-history/an-ecs-event.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';

export const BATCH_WINDOW_MS = 300_000;

/** An event is on the hub's bus, whichever way it came there. */
export async function reachHub({ estate, clock, queues }: EmbeddedCloud, event: BusEvent): Promise<void> {
  const hubBus = estate.rules.find(({ busArn }) => busArn.endsWith(':event-bus/ReeveHub'))?.busArn ?? '';
  const bus = createEventBus({
    rules: estate.rules,
    clock,
    deliver: async (target, event) => {
      queues.send(nameIn(target.arn), { body: JSON.stringify(event) });
    },
  });
  await bus.putRawEvent(hubBus, event);
}

export function historyQueue({ estate }: EmbeddedCloud): string {
  return estate.queues.find(({ name }) => name.includes('EcsHistoryEventsQueue'))?.name ?? '';
}

/** The keys of the files that hold events of ECS. */
export function historyFiles(cloud: EmbeddedCloud): string[] {
  return reportFiles(cloud).keys('tables/report=ecs-events/');
}

/** An event, and what can never be read, until the end of their window. */
export async function playEcsHistory(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  await reachHub(cloud, aTaskStop());
  cloud.queues.send(historyQueue(cloud), { body: 'poison' });
  await settle();
  cloud.clock.advance(BATCH_WINDOW_MS);
  await settle();
}
