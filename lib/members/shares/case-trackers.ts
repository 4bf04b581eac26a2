import type { MemberShare } from '#lib/members/member-share.ts';
import type { Support } from '#lib/support/support-block.ts';

/** What an answer asks of AWS Support before and after it. */
export const ANSWER_READS = ['support:DescribeCases', 'support:DescribeCommunications'];
/** What a comment may do. It opens no case, and approves nothing. */
export const ANSWER_WRITES = [
  'support:AddCommunicationToCase',
  'support:ResolveCase',
  // Files that a message takes along.
  'support:GetAttachmentUploadLinks',
  'support:CompleteAttachmentUpload',
  'support:DescribeAttachmentUploadStatus',
];

/** The right to answer cases, in the organizational units of `writerTargets` alone. */
export function caseTrackersShare({ answers }: Pick<Support, 'answers'>): MemberShare {
  return {
    capability: 'case-trackers',
    rules: [],
    reads: answers ? ANSWER_READS : [],
    writes: answers ? ANSWER_WRITES : [],
  };
}
