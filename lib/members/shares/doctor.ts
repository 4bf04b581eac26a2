import type { MemberShare } from '#lib/members/member-share.ts';

/** What `reeve doctor` looks at in each account. */
export const doctorShare: MemberShare = {
  capability: 'doctor',
  rules: [],
  reads: [
    'config:DescribeConfigurationRecorders',
    'config:DescribeConfigurationRecorderStatus',
    // The cheapest question that an account without a paid support plan does not answer.
    'support:DescribeSeverityLevels',
  ],
  writes: [],
};
