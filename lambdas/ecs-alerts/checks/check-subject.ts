import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Service } from '#lambdas/ecs-alerts/arn.ts';
import { isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

type Check = NonNullable<Observation['check']>;

/** After the last trouble: while a loop goes on nobody needs to ask. */
const FIRST_MINUTES = 5;
const AGAIN_MINUTES = 5;

/** Has ECS asked whether a service stands again; not without its cluster, in which it would be looked for. */
export function checkOfService({ cluster, name }: Service, place: Place, at: number): Check | undefined {
  if (cluster === '') return undefined;
  return {
    from: minutesAfter(at, FIRST_MINUTES),
    everyMinutes: AGAIN_MINUTES,
    subject: { what: 'service', ...place, cluster, name, since: isoTime(at) },
  };
}

/** Why an instance is looked at. */
export type InstanceTrouble = 'drain' | 'agent' | 'health' | 'registration';

/** Has ECS asked whether an instance is well again: first just before people would hear of it. */
export function checkOfInstance(
  instance: { cluster: string; arn: string },
  trouble: InstanceTrouble,
  place: Place,
  times: { at: number; fromMinutes: number },
): Check {
  const { cluster, arn } = instance;
  return {
    from: minutesAfter(times.at, times.fromMinutes),
    everyMinutes: AGAIN_MINUTES,
    subject: { what: 'instance', ...place, cluster, instance: arn, trouble, since: isoTime(times.at) },
  };
}
