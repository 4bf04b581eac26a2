import { partitionOf } from '#lambdas/contracts/regions.ts';
import type { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';

/** Where in AWS something is. */
export type Place = { partition: string; region: string; account: string };

const ARN = /^arn:(aws[a-z-]*):ecs:([a-z0-9-]*):(\d{12}):/;

/** The account is the envelope's; the Region too, unless only ARNs tell it. */
export function placeOf({ account, region, resources, detail }: EcsEvent): Place {
  const named = [...resources, detail['clusterArn'], detail['taskArn']]
    .map((arn) => (typeof arn === 'string' ? ARN.exec(arn) : null))
    .find((match) => match !== null);
  const where = region || named?.[2] || '';
  return { account, region: where, partition: named?.[1] ?? partitionOf(where) };
}
