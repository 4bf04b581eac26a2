import { Clock } from '#local/clock.ts';
import { type AwsBackend, awsJsonBackend } from '#local/proxy/aws-call.ts';
import type { Organization } from './acting-account.ts';
import { ecsDeployments } from './ecs-deployments.ts';
import { ecsDescriptions } from './ecs-descriptions.ts';
import { ecsLists } from './ecs-lists.ts';
import { ecsTaskDefinitions } from './ecs-task-definitions.ts';

export type EcsOptions = Organization & { clock?: Clock };

/**
 * Amazon ECS, of which one can read here. Each Region of each account has its own.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html
 */
export function ecsBackend({ clock = new Clock(), ...organization }: EcsOptions): AwsBackend {
  return awsJsonBackend({
    ...ecsLists(organization, clock),
    ...ecsDescriptions(organization, clock),
    ...ecsDeployments(organization),
    ...ecsTaskDefinitions(organization),
  });
}
