import type { ServiceState } from '#lambdas/ecs-inventory/service-state.ts';

/** What is asked of ECS in one account and Region. What is gone meanwhile is left out, and no error. */
export type ClusterApi = {
  /** Names, page by page. */
  listClusters: () => AsyncIterable<string[]>;
  /** Names of the services of a cluster, page by page. */
  listServices: (cluster: string) => AsyncIterable<string[]>;
  /** Ten at most. */
  describeServices: (cluster: string, services: string[]) => Promise<ServiceState[]>;
};
