import { type InCluster, type NamedCluster, nameInCluster } from './ecs-identifiers.ts';
import type { EcsPlace } from './ecs-place.ts';
import { choiceIn, type EcsInput, invalidParameter, LAUNCH_TYPES, refuseFields } from './ecs-rules.ts';
import type { WorldTask } from './world-containers.ts';

/**
 * What AWS does not let people ask for beside others; its documents tell of the second alone.
 * https://github.com/boto/boto3/issues/874, https://github.com/aws/aws-sdk-go-v2/issues/1893
 */
const ALONE = {
  serviceName: ['containerInstance', 'family'],
  startedBy: ['containerInstance', 'family', 'launchType', 'serviceName'],
};

/**
 * Which tasks ListTasks is asked for, and the name of their service if one is named.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html
 */
export function taskFilter(input: EcsInput, of: NamedCluster, place: EcsPlace) {
  refuseFields(input, ['daemonName']);
  for (const [field, others] of Object.entries(ALONE)) {
    const isMixed = input[field] !== undefined && others.some((other) => input[other] !== undefined);
    if (isMixed) throw invalidParameter(`cannot specify ${field} with other arguments`);
  }
  const { family, startedBy, containerInstance, serviceName } = input;
  const desired = choiceIn(input, 'desiredStatus', ['RUNNING', 'PENDING', 'STOPPED']) ?? 'RUNNING';
  const launchType = choiceIn(input, 'launchType', LAUNCH_TYPES);
  const named = (kind: InCluster, name: unknown) =>
    name === undefined ? undefined : nameInCluster(kind, name, of, place);
  const instance = named('container-instance', containerInstance);
  const service = named('service', serviceName);
  const isWanted = (task: WorldTask) =>
    task.desiredStatus === desired &&
    (family === undefined || task.taskDefinition.replace(/:\d+$/, '') === family) &&
    (startedBy === undefined || task.startedBy === startedBy) &&
    (launchType === undefined || task.launchType === launchType) &&
    (containerInstance === undefined || (instance !== undefined && task.containerInstance === instance)) &&
    (serviceName === undefined || task.group === `service:${service}`);
  return { isWanted, service };
}
