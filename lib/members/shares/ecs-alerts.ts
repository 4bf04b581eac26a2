import { ECS_RULES } from '#lib/event-patterns.ts';
import type { MemberRule, MemberShare } from '#lib/members/member-share.ts';
import type { Settings } from '#lib/settings.ts';

/** What may be asked of ECS while something of it is open, and where a container logs. */
const READS = [
  'ecs:DescribeContainerInstances',
  'ecs:DescribeServices',
  'ecs:DescribeTaskDefinition',
  'ecs:DescribeTasks',
  'ecs:ListTasks',
];

/** Events of ECS from every Region, and the right to ask whether trouble lasts. */
export function ecsAlertsShare({ logLines }: NonNullable<Settings['ecs']>): MemberShare {
  return {
    capability: 'ecs-alerts',
    rules: Object.entries(ECS_RULES).map(
      ([id, { about, pattern }]): MemberRule => ({
        id,
        description: about,
        pattern,
        places: ['configured'],
        notFromHome: true,
      }),
    ),
    reads: [...READS, ...(logLines > 0 ? ['logs:GetLogEvents'] : [])],
    writes: [],
  };
}
