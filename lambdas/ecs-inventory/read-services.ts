import type { ClusterApi } from '#lambdas/ecs-inventory/cluster-api.ts';
import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

/** So many are described with one request; ECS refuses more. */
const DESCRIBED_AT_ONCE = 10;

/** How the services of an account and Region stand, some at a time; of all clusters, or of those that are wanted. */
export async function* readServices(
  api: ClusterApi,
  isWanted: (cluster: string) => boolean = () => true,
): AsyncGenerator<ServiceState[]> {
  for await (const clusters of api.listClusters()) {
    for (const cluster of clusters.filter(isWanted)) {
      for await (const services of api.listServices(cluster)) {
        for (let start = 0; start < services.length; start += DESCRIBED_AT_ONCE) {
          yield await api.describeServices(cluster, services.slice(start, start + DESCRIBED_AT_ONCE));
        }
      }
    }
  }
}
