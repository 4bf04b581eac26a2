import type { Clock } from '#local/clock.ts';
import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { existing, namedCluster } from './ecs-identifiers.ts';
import { ecsPlace } from './ecs-place.ts';
import { choiceIn, type EcsInput, LAUNCH_TYPES, listed, refuseFields } from './ecs-rules.ts';
import { taskFilter } from './ecs-task-filter.ts';
import { rememberedTasks } from './remembered-tasks.ts';

const USUAL_SERVICES = 10;
const INSTANCE_STATES = ['ACTIVE', 'DRAINING', 'REGISTERING', 'DEREGISTERING', 'REGISTRATION_FAILED'];

/** What ECS lists: ARNs, in pages. */
export function ecsLists(organization: Organization, clock: Clock) {
  return {
    ListClusters: (input: EcsInput, call: AwsCall) => {
      const { clusters, arnOf } = ecsPlace(organization, call);
      const arns = clusters.map(({ name }) => arnOf(`cluster/${name}`));
      return listed('clusterArns', arns, input, call);
    },
    ListServices: (input: EcsInput, call: AwsCall) => {
      refuseFields(input, ['resourceManagementType']);
      const place = ecsPlace(organization, call);
      const launch = choiceIn(input, 'launchType', LAUNCH_TYPES);
      const strategy = choiceIn(input, 'schedulingStrategy', ['REPLICA', 'DAEMON']);
      const { name: cluster, services } = existing(namedCluster(input['cluster'], place));
      const arns = services
        .filter(({ status }) => status === 'ACTIVE')
        .filter(({ launchType }) => launch === undefined || launchType === launch)
        .filter(({ schedulingStrategy = 'REPLICA' }) => !strategy || schedulingStrategy === strategy)
        .map(({ name }) => place.arnOf(`service/${cluster}/${name}`));
      return listed('serviceArns', arns, { maxResults: USUAL_SERVICES, ...input }, call);
    },
    ListTasks: (input: EcsInput, call: AwsCall) => {
      const place = ecsPlace(organization, call);
      const named = namedCluster(input['cluster'], place);
      const { isWanted, service } = taskFilter(input, named, place);
      const cluster = existing(named);
      const isThere = cluster.services.some(({ name }) => name === service);
      if (input['serviceName'] !== undefined && !isThere)
        throw new AwsError('ServiceNotFoundException', 'Service not found.');
      const tasks = rememberedTasks(cluster, clock.now()).filter(isWanted);
      const arns = tasks.map(({ id }) => place.arnOf(`task/${cluster.name}/${id}`));
      return listed('taskArns', arns, input, call);
    },
    ListContainerInstances: (input: EcsInput, call: AwsCall) => {
      refuseFields(input, ['filter']);
      const place = ecsPlace(organization, call);
      const wanted = choiceIn(input, 'status', INSTANCE_STATES);
      const { name: cluster, containerInstances } = existing(namedCluster(input['cluster'], place));
      const arns = containerInstances
        .filter(({ status }) => (wanted ? status === wanted : status !== 'INACTIVE'))
        .map(({ id }) => place.arnOf(`container-instance/${cluster}/${id}`));
      return listed('containerInstanceArns', arns, input, call);
    },
  };
}
