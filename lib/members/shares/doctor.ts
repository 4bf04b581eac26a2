import type { MemberShare } from '#lib/members/member-share.ts';
import { SERVICE_READS } from '#lib/members/shares/ecs-inventory.ts';
import type { Settings } from '#lib/settings.ts';

/** What `reeve doctor` looks at in each account; with ECS also what `reeve ecs status` does, by the same way in. */
export function doctorShare({ ecs }: Pick<Settings, 'ecs'>): MemberShare {
  return {
    capability: 'doctor',
    rules: [],
    reads: [
      'config:DescribeConfigurationRecorders',
      'config:DescribeConfigurationRecorderStatus',
      // The cheapest question that an account without a paid support plan does not answer.
      'support:DescribeSeverityLevels',
      ...(ecs ? SERVICE_READS : []),
    ],
    writes: [],
  };
}
