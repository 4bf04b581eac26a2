import { ADVISOR_REFRESHES } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';

/** What the sweep asks Trusted Advisor: AWS Support's API for its checks, and its own for who makes them. */
export const ADVISOR_READS = [
  'support:DescribeTrustedAdvisorChecks',
  'support:DescribeTrustedAdvisorCheckSummaries',
  'support:DescribeTrustedAdvisorCheckResult',
  // It changes nothing but when a result was made.
  'support:RefreshTrustedAdvisorCheck',
  'trustedadvisor:ListChecks',
];

/** Refreshed items of every account, and the right to look at the tags of what is flagged. */
export const trustedAdvisorAlertsShare: MemberShare = {
  capability: 'trusted-advisor-alerts',
  rules: [
    {
      id: 'TrustedAdvisor',
      description: 'Items of checks that Trusted Advisor refreshed',
      pattern: ADVISOR_REFRESHES,
      places: ['global'],
      notFromHome: true,
    },
  ],
  reads: ['tag:GetResources'],
  writes: [],
};

/** The right to read all checks, and to have them refreshed. */
export const trustedAdvisorSweepShare: MemberShare = {
  capability: 'trusted-advisor-sweep',
  rules: [],
  reads: ADVISOR_READS,
  writes: [],
};
