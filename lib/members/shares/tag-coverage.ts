import type { MemberShare } from '#lib/members/member-share.ts';

/** What AWS Config records in an account, and which tags a sample of its resources bears. */
export const COVERAGE_READS = [
  'config:DescribeConfigurationRecorderStatus',
  'config:DescribeConfigurationRecorders',
  'tag:GetResources',
];

/** The right to see whether each account records what the policy of tags is about. */
export const tagCoverageShare: MemberShare = {
  capability: 'tag-coverage',
  rules: [],
  reads: COVERAGE_READS,
  writes: [],
};
