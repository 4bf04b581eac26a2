import type { Clock } from '#local/clock.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { described } from './ecs-described.ts';
import { existing, type InCluster, namedCluster, nameInCluster } from './ecs-identifiers.ts';
import { ecsPlace } from './ecs-place.ts';
import { type EcsInput, included, type Several, severalIn } from './ecs-rules.ts';
import { toCluster, toContainerInstance, toEcsTags, toService, toTask } from './ecs-shapes.ts';
import { rememberedTasks } from './remembered-tasks.ts';

const CLUSTERS = { most: 100, none: 'Clusters', many: 'clusters' };
const SERVICES = { most: 10, none: 'Services', many: 'service names' };
const TASKS = { most: 100, none: 'Tasks', many: 'taskIds' };
const INSTANCES = { most: 100, none: 'Container instance', many: 'instanceIds' };

/** What ECS describes: several things at once, those that are not there as failures. */
export function ecsDescriptions(organization: Organization, clock: Clock) {
  /** What an input names in a cluster, with the cluster. */
  const asked = (kind: InCluster, input: EcsInput, field: string, several: Several, call: AwsCall) => {
    const place = ecsPlace(organization, call);
    const named = namedCluster(input['cluster'], place);
    const names = severalIn(input[field], several).map((identifier) => {
      const name = nameInCluster(kind, identifier, named, place);
      return { name, arn: arnFor(identifier, place.arnOf(`${kind}/${named.name}/${String(identifier)}`)) };
    });
    return { names, cluster: existing(named), arnOf: place.arnOf };
  };

  return {
    DescribeClusters: (input: EcsInput, call: AwsCall) => {
      const place = ecsPlace(organization, call);
      const has = included(input, ['ATTACHMENTS', 'CONFIGURATIONS', 'SETTINGS', 'STATISTICS', 'TAGS']);
      const { clusters = [] } = input;
      const isDefault = Array.isArray(clusters) && clusters.length === 0;
      const names = severalIn(isDefault ? ['default'] : clusters, CLUSTERS).map((identifier) => ({
        ...namedCluster(identifier, place),
        arn: arnFor(identifier, place.arnOf(`cluster/${String(identifier)}`)),
      }));
      return described('clusters', names, ({ cluster }) => {
        if (!cluster) return undefined;
        const tags = has('TAGS') ? toEcsTags(cluster.tags) : [];
        return { ...toCluster(cluster, place.arnOf), settings: [], statistics: [], tags };
      });
    },
    DescribeServices: (input: EcsInput, call: AwsCall) => {
      const has = included(input, ['TAGS']);
      const { names, cluster, arnOf } = asked('service', input, 'services', SERVICES, call);
      return described('services', names, ({ name }) => {
        const service = cluster.services.find((candidate) => candidate.name === name);
        if (!service) return undefined;
        return {
          ...toService(service, cluster, arnOf),
          ...(has('TAGS') ? { tags: toEcsTags(service.tags) } : {}),
        };
      });
    },
    DescribeTasks: (input: EcsInput, call: AwsCall) => {
      const has = included(input, ['TAGS']);
      const { names, cluster, arnOf } = asked('task', input, 'tasks', TASKS, call);
      const tasks = rememberedTasks(cluster, clock.now());
      return described('tasks', names, ({ name }) => {
        const task = tasks.find(({ id }) => id === name);
        return task && { ...toTask(task, cluster, arnOf), tags: has('TAGS') ? toEcsTags(task.tags) : [] };
      });
    },
    DescribeContainerInstances: (input: EcsInput, call: AwsCall) => {
      const has = included(input, ['TAGS', 'CONTAINER_INSTANCE_HEALTH']);
      const field = 'containerInstances';
      const { names, cluster, arnOf } = asked('container-instance', input, field, INSTANCES, call);
      return described(field, names, ({ name }) => {
        const instance = cluster.containerInstances.find(({ id }) => id === name);
        if (!instance) return undefined;
        const { tags, healthStatus } = instance;
        return {
          ...toContainerInstance(instance, cluster, arnOf),
          tags: has('TAGS') ? toEcsTags(tags) : [],
          ...(has('CONTAINER_INSTANCE_HEALTH') && healthStatus ? { healthStatus } : {}),
        };
      });
    },
  };
}

/** A failure tells an ARN that was given as it was given. */
function arnFor(identifier: unknown, arn: string): string {
  return typeof identifier === 'string' && identifier.startsWith('arn:') ? identifier : arn;
}
