import type { AwsCall } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import type { WorldCluster, WorldTaskDefinition } from './world-containers.ts';

/** What a call to ECS can see: the account that it is made in and its Region, and nothing else. */
export type EcsPlace = {
  account: string;
  region: string;
  clusters: WorldCluster[];
  taskDefinitions: WorldTaskDefinition[];
  /** The ARN of what has a path such as `service/<cluster>/<name>`. */
  arnOf: (path: string) => string;
};

export function ecsPlace({ world, identities }: Organization, { accessKeyId, region }: AwsCall): EcsPlace {
  const { accountId: account } = identities.find(accessKeyId);
  const isHere = (where: { account: string; region: string }) =>
    where.account === account && where.region === region;
  return {
    account,
    region,
    clusters: world.containers.clusters.filter(isHere),
    taskDefinitions: world.containers.taskDefinitions.filter(isHere),
    arnOf: (path) => `arn:aws:ecs:${region}:${account}:${path}`,
  };
}
