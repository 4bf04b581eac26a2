import {
  DescribeServicesCommand,
  type ECSClient,
  paginateListClusters,
  paginateListServices,
} from '@aws-sdk/client-ecs';
import type { ClusterApi } from '#lambdas/ecs-inventory/cluster-api.ts';
import { toServiceState } from '#lambdas/ecs-inventory/to-service-state.ts';

/** The most that ECS lists at once; of services it lists ten where nobody asks for more. */
const MOST_LISTED = 100;
const GONE = 'ClusterNotFoundException';

/** The clusters of the account and Region that the client is for. */
export function clusterClient(client: ECSClient): ClusterApi {
  return {
    async *listClusters() {
      for await (const { clusterArns = [] } of paginateListClusters({ client }, listing())) {
        yield clusterArns.map(nameOf);
      }
    },

    async *listServices(cluster) {
      try {
        for await (const { serviceArns = [] } of paginateListServices(
          { client },
          { ...listing(), cluster },
        )) {
          yield serviceArns.map(nameOf);
        }
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },

    async describeServices(cluster, services) {
      try {
        const command = new DescribeServicesCommand({ cluster, services });
        const { services: found = [] } = await client.send(command);
        return found.map((service) => toServiceState(cluster, service));
      } catch (error) {
        if (isGone(error)) return [];
        throw error;
      }
    },
  };
}

/** Anew for each list: the SDK writes the token of the next page into it. */
function listing() {
  return { maxResults: MOST_LISTED };
}

/** What stands after the last slash: older ARNs of services have no cluster in them. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && error.name === GONE;
}
