import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Service } from '#lambdas/ecs-alerts/arn.ts';
import { isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

type Check = NonNullable<Observation['check']>;

/** A service that stands again for so long has recovered. ECS waits up to 15 minutes before it tries a failing task again. */
const FIRST_MINUTES = 5;
const AGAIN_MINUTES = 5;

/** Has ECS asked whether a service stands again. */
export function checkOfService({ cluster, name }: Service, place: Place, at: number): Check {
  return {
    from: minutesAfter(at, FIRST_MINUTES),
    everyMinutes: AGAIN_MINUTES,
    subject: { what: 'service', ...place, cluster, name, since: isoTime(at) },
  };
}

/** Why an instance is looked at. */
export type InstanceTrouble = 'drain' | 'agent' | 'health';

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
