import {
  DescribeContainerInstancesCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  paginateListTasks,
} from '@aws-sdk/client-ecs';
import { toBlockingTask, toInstance, toLog, toService } from '#lambdas/ecs-alerts/checks/described.ts';
import type { BlockingTask, EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import { NotAllowedError } from '#lambdas/ecs-alerts/checks/not-allowed-error.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';

const TASKS_NAMED = 20;
const NOT_ALLOWED = new Set(['AccessDenied', 'AccessDeniedException', 'UnrecognizedClientException']);
const GONE = new Set(['ClusterNotFoundException', 'ServiceNotFoundException']);

/** ECS of any account, through the role that it lets itself be read by. One client for each account and Region. */
export function ecsClients(reader: MemberReader): (place: Place) => EcsApi {
  const open = new Map<string, EcsApi>();
  return (place) => {
    const name = `${place.account}/${place.region}`;
    const api = open.get(name) ?? ecsApi(place, reader);
    open.set(name, api);
    return api;
  };
}

function ecsApi(place: Place, reader: MemberReader): EcsApi {
  const credentials = memberCredentials(place, reader);
  const client = new ECSClient({ region: place.region, credentials, retryMode: 'standard', maxAttempts: 6 });

  return {
    describeService: (cluster, name) =>
      asking(async () => {
        const { services = [] } = await client.send(
          new DescribeServicesCommand({ cluster, services: [name] }),
        );
        return services[0] && toService(services[0]);
      }),

    describeInstance: (cluster, arn) =>
      asking(async () => {
        const { containerInstances = [] } = await client.send(
          new DescribeContainerInstancesCommand({
            cluster,
            containerInstances: [arn],
            include: ['CONTAINER_INSTANCE_HEALTH'],
          }),
        );
        return containerInstances[0] && toInstance(containerInstances[0]);
      }),

    listBlockingTasks: async (cluster, containerInstance) => {
      const found = await asking(async () => {
        const blocking: BlockingTask[] = [];
        // Under STOPPED stand those that are being stopped, too, among all that have.
        for (const desiredStatus of ['RUNNING', 'STOPPED'] as const) {
          const pages = paginateListTasks({ client }, { cluster, containerInstance, desiredStatus });
          for await (const { taskArns: tasks = [] } of pages) {
            if (tasks.length > 0) blocking.push(...(await stillThere(client, cluster, tasks)));
          }
        }
        return blocking;
      });
      return (found ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, TASKS_NAMED);
    },

    describeLog: (taskDefinition, container) =>
      asking(async () => {
        const { taskDefinition: found } = await client.send(
          new DescribeTaskDefinitionCommand({ taskDefinition }),
        );
        return toLog(found?.containerDefinitions ?? [], container);
      }),
  };
}

/** Of a page of tasks, which ECS describes at once, those that have not stopped. */
async function stillThere(client: ECSClient, cluster: string, tasks: string[]): Promise<BlockingTask[]> {
  const { tasks: described = [] } = await client.send(new DescribeTasksCommand({ cluster, tasks }));
  return described.filter(({ lastStatus }) => lastStatus !== 'STOPPED').map(toBlockingTask);
}

/** Undefined where the cluster is gone. */
async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (GONE.has(name)) return undefined;
    if (!NOT_ALLOWED.has(name)) throw error;
    throw new NotAllowedError('the account does not let its ECS be read', { cause: error });
  }
}
