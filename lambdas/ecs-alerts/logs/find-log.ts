import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import type { EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import type { EcsPorts } from '#lambdas/ecs-alerts/relay-ecs-event.ts';

type Log = Awaited<ReturnType<EcsApi['describeLog']>>;

/** A revision never changes. An account that does not answer is asked again after so many events. */
const REMEMBERED = 500;

/**
 * The log stream of a container: `prefix/container/task`, as its task definition says. Asked once for each revision and
 * container; a failed look-up shortens the message and never loses it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html
 */
export function findLog(
  ecs: (place: Place) => Pick<EcsApi, 'describeLog'>,
  report: (message: string, error: unknown) => void,
): EcsPorts['findLog'] {
  const known = new Map<string, Promise<Log>>();

  async function ask(place: Place, taskDefinition: string, container: string): Promise<Log> {
    try {
      return await ecs(place).describeLog(taskDefinition, container);
    } catch (error) {
      report('Log could not be found', error);
      return undefined;
    }
  }

  return async ({ taskDefinitionArn, taskArn }, container, place) => {
    if (!taskDefinitionArn || !taskArn || !place.region) return undefined;
    const name = `${taskDefinitionArn} ${container}`;
    const answer = known.get(name) ?? ask(place, taskDefinitionArn, container);
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, answer);
    const log = await answer;
    if (!log) return undefined;
    const { group, prefix, region = place.region } = log;
    return { group, stream: `${prefix}/${container}/${nameOf(taskArn)}`, region };
  };
}
