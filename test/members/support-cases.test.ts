import { expect, test } from 'vitest';
import { memberShares } from '#lib/members/member-shares.ts';
import { supportCasesShare } from '#lib/members/shares/support-cases.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';

const all = { attachments: true, permits: true };

test('accounts give the right to read cases, and for files and permits only where these are wanted', () => {
  const rights = (support: Parameters<typeof supportCasesShare>[0]) =>
    supportCasesShare(support, { organization: {} }).reads.toSorted();
  expect(rights(all)).toEqual([
    'support:DescribeAttachment',
    'support:DescribeCases',
    'support:DescribeCommunications',
    'support:GetAttachmentDownloadLink',
    'supportauthz:ListSupportPermitRequests',
  ]);
  expect(rights({ attachments: false, permits: false })).toEqual([
    'support:DescribeCases',
    'support:DescribeCommunications',
  ]);
});

test('news of cases are forwarded from the global Region of every account', () => {
  const share = memberShares(anOrganization({ support: {} })).find(
    ({ capability }) => capability === 'support-cases',
  );
  expect(share?.rules).toMatchObject([{ places: ['global'], notFromHome: true }]);
  expect(share?.writes).toEqual([]);
});

test('a lone account needs no role for it', () => {
  expect(supportCasesShare(all, {}).reads).toEqual([]);
});
