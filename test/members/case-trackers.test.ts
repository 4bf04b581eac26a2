import { expect, test } from 'vitest';
import { memberShares } from '#lib/members/member-shares.ts';
import { memberTemplate } from '#lib/members/member-template.ts';
import type { Settings } from '#lib/settings.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';

const trackers = { ops: { kind: 'github' as const, repository: 'example/support' } };
const withAnswers = { trackers, answers: { actors: { ops: ['hanako'] } } };
const shareOf = (settings: Settings) =>
  memberShares(settings).find(({ capability }) => capability === 'case-trackers');

type Written = { Resources: Record<string, { Properties: Record<string, unknown> }> };

test('who answers may add a message with its files and resolve, and nothing else, where it was chosen', () => {
  expect(shareOf(anOrganization({ support: { trackers } }))).toMatchObject({ reads: [], writes: [] });
  expect(shareOf(organization())).toMatchObject({
    reads: ['support:DescribeCases', 'support:DescribeCommunications'],
    writes: [
      'support:AddCommunicationToCase',
      'support:ResolveCase',
      'support:GetAttachmentUploadLinks',
      'support:CompleteAttachmentUpload',
      'support:DescribeAttachmentUploadStatus',
    ],
  });
});

test('the writer role trusts one role of the hub, of this Organization and this deployment (aws-samples/sample-support-case-insights-with-amazon-bedrock)', () => {
  const text = memberTemplate(organization(), 'writer', 'ReeveHub');
  const { Writer } = Object.fromEntries(
    Object.entries((JSON.parse(text) as Written).Resources).map(([, { Properties }]) => [
      'Writer',
      Properties,
    ]),
  );
  const trust = JSON.stringify(Writer?.['AssumeRolePolicyDocument']);

  expect(Writer?.['RoleName']).toBe('reeve-writer');
  expect(trust).toContain('role/reeve-case-trackers');
  expect(trust.match(/role\//g)).toHaveLength(1);
  expect(trust).toContain('"sts:ExternalId":"reeve/ReeveHub"');
  expect(trust).toContain('"aws:PrincipalOrgID"');
  expect(JSON.stringify(Writer?.['Policies'])).toContain('support:ResolveCase');
  expect(text).not.toMatch(/support:\*|support:Create/);
});

function organization(): Settings {
  return anOrganization({ support: withAnswers }, { writerTargets: ['ou-town-harbour1'] });
}
