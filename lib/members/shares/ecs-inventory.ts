import type { MemberShare } from '#lib/members/member-share.ts';

/** How the services of an account stand. */
export const SERVICE_READS = ['ecs:DescribeServices', 'ecs:ListClusters', 'ecs:ListServices'];

/** The right to see how the services of each account stand. */
export const ecsInventoryShare: MemberShare = {
  capability: 'ecs-inventory',
  rules: [],
  reads: SERVICE_READS,
  writes: [],
};
