import { SUPPORT_CASE_UPDATES } from '#lib/event-patterns.ts';
import type { MemberShare } from '#lib/members/member-share.ts';
import type { Support } from '#lib/support/support-block.ts';

const CASES = ['support:DescribeCases', 'support:DescribeCommunications'];
const ATTACHMENTS = ['support:DescribeAttachment', 'support:GetAttachmentDownloadLink'];
const PERMITS = ['supportauthz:ListSupportPermitRequests'];

/** What support-cases asks AWS Support, and whether AWS's staff ask to see data. It reads, and never answers or approves. */
export function caseReads({ attachments, permits }: Pick<Support, 'attachments' | 'permits'>): string[] {
  return [...CASES, ...(attachments ? ATTACHMENTS : []), ...(permits ? PERMITS : [])];
}

/** News of cases of every account, and the right to read them. */
export function supportCasesShare(
  support: Pick<Support, 'attachments' | 'permits'>,
  { organization }: { organization?: object | undefined },
): MemberShare {
  return {
    capability: 'support-cases',
    rules: [
      {
        id: 'SupportCases',
        description: 'News of cases of AWS Support',
        pattern: SUPPORT_CASE_UPDATES,
        places: ['global'],
        notFromHome: true,
      },
    ],
    // A lone account is read by the function's own role.
    reads: organization ? caseReads(support) : [],
    writes: [],
  };
}
