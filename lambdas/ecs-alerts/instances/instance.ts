import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import { instanceUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

/** A container instance: its ARN, its cluster, and what people call it. */
export type Instance = { arn: string; cluster: string; name: string; url: string };

type Named = {
  containerInstanceArn?: string | undefined;
  clusterArn?: string | undefined;
  ec2InstanceId?: string | undefined;
};

/** External instances have no EC2 id; theirs is that of ECS. Undefined where the event does not say which it is. */
export function instanceOf(
  { containerInstanceArn, clusterArn, ec2InstanceId }: Named,
  resources: string[],
  place: Place,
): Instance | undefined {
  const arn =
    containerInstanceArn ?? resources.find((candidate) => candidate.includes(':container-instance/'));
  if (!arn) return undefined;
  const inArn = /:container-instance\/([^/]+)\/[^/]+$/.exec(arn)?.[1];
  const cluster = nameOf(clusterArn) || inArn || 'default';
  return { arn, cluster, name: ec2InstanceId || nameOf(arn), url: instanceUrlOf(arn, cluster, place) };
}
