import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Clock } from '#local/clock.ts';
import { watchResources } from '#local/counterparts/organization/change-resources.ts';
import { recorderLookup, records } from '#local/counterparts/organization/recorded-types.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import type { ConfigRule } from '#local/estate.ts';
import type { Compliance } from './compliance.ts';
import { Evaluations } from './evaluations.ts';
import { judge, type Question } from './judge.ts';

export type ConfigRules = {
  /** Looks at everything that is there, as AWS Config does when rules are deployed. */
  evaluateAll: () => Promise<void>;
  /** What was found of a resource last, if anything was. */
  complianceOf: (resource: WorldResource) => Compliance | undefined;
  /** Whether nothing waits for its evaluation. */
  idle: () => boolean;
  stop: () => void;
};

type Options = {
  world: World;
  rules: ConfigRule[];
  clock: Pick<Clock, 'now'>;
  putEvent: (event: BusEvent) => Promise<void>;
  /** Told what keeps rules from being evaluated, in words for people. */
  onProblem: (problem: string) => void;
  /** cfn-guard; undefined where this machine has none. */
  guard: string | undefined;
};

/** Evaluates the rules of an estate whenever a resource of the world changes, and tells what has changed by that. */
export function startConfigRules({ world, rules, clock, putEvent, onProblem, guard }: Options): ConfigRules {
  const byPlace = Map.groupBy(rules, ({ account, region }) => `${account}/${region}`);
  const evaluations = new Evaluations();
  const waiting = new Set<WorldResource>();
  let running = Promise.resolve();
  let runs = 0;

  function rulesFor({ account, region, type }: WorldResource): ConfigRule[] {
    const here = byPlace.get(`${account}/${region}`) ?? [];
    return here.filter(({ types }) => types.length === 0 || types.includes(type));
  }

  /** What waits is taken at once, so that one process looks at many items. */
  async function drain(): Promise<void> {
    const resources = [...waiting];
    waiting.clear();
    const recorderOf = recorderLookup(world);
    const questions: Question[] = resources
      .filter(({ account, region, type }) => records(recorderOf(account, region), type))
      .flatMap((resource) => {
        const recorder = recorderOf(resource.account, resource.region);
        return rulesFor(resource).map((rule) => ({ rule, resource, recorder }));
      });
    for (const verdict of await judge(questions, guard, onProblem)) {
      const event = evaluations.note(verdict, clock.now());
      if (event) await putEvent(event);
    }
  }

  function look(resources: WorldResource[]): Promise<void> {
    for (const resource of resources) waiting.add(resource);
    runs += 1;
    running = running
      .then(drain)
      .catch((error: unknown) => onProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        runs -= 1;
      });
    return running;
  }

  const unwatch = watchResources(world, (resource) => {
    if (rulesFor(resource).length > 0) void look([resource]);
  });
  return {
    evaluateAll: () => look(world.resources.filter((resource) => rulesFor(resource).length > 0)),
    complianceOf: (resource) => evaluations.of(resource),
    idle: () => runs === 0,
    stop: unwatch,
  };
}
