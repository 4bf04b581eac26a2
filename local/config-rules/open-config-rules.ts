import { defaultBusArn } from '#local/bus/default-bus.ts';
import type { EventBus } from '#local/bus/event-bus.ts';
import type { Clock } from '#local/clock.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import type { Estate } from '#local/estate.ts';
import type { journalOf } from '#local/journal-of.ts';
import { guardBinary } from './guard-binary.ts';
import { type ConfigRules, startConfigRules } from './start-config-rules.ts';

type Surroundings = {
  world: World;
  estate: Pick<Estate, 'configRules'>;
  clock: Clock;
  bus: Pick<EventBus, 'putRawEvent'>;
  note: Pick<ReturnType<typeof journalOf>, 'event' | 'problem'>;
};

/** The rules of the estate, which tell the default bus of their own account and Region. */
export function openConfigRules({ world, estate, clock, bus, note }: Surroundings): ConfigRules {
  return startConfigRules({
    world,
    rules: estate.configRules,
    clock,
    guard: guardBinary(),
    putEvent: (event) => {
      note.event(event, clock.now());
      return bus.putRawEvent(defaultBusArn(event.account, event.region), event);
    },
    onProblem: (problem) => note.problem(problem, clock.now()),
  });
}
