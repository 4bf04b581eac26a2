import { ADVISOR_REFRESHES } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';
import type { TrustedAdvisor } from '#lib/trusted-advisor/advisor-block.ts';

const READS = [
  'support:DescribeTrustedAdvisorChecks',
  'support:DescribeTrustedAdvisorCheckSummaries',
  'support:DescribeTrustedAdvisorCheckResult',
  'trustedadvisor:ListChecks',
];
/** It changes nothing but when a result was made. */
const REFRESHES = ['support:RefreshTrustedAdvisorCheck'];

/** What the sweep asks Trusted Advisor: AWS Support's API for its checks, and its own for who makes them. */
export function advisorReads({ refreshAfterHours }: Pick<TrustedAdvisor, 'refreshAfterHours'>): string[] {
  return refreshAfterHours === false ? READS : [...READS, ...REFRESHES];
}

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
export function trustedAdvisorSweepShare(advisor: Pick<TrustedAdvisor, 'refreshAfterHours'>): MemberShare {
  return { capability: 'trusted-advisor-sweep', rules: [], reads: advisorReads(advisor), writes: [] };
}
