import { expect, test } from 'vitest';
import { type MemberPart, rulesOfPart } from '#lib/members/member-parts.ts';
import { memberShares } from '#lib/members/member-shares.ts';
import { memberTemplate } from '#lib/members/member-template.ts';
import { whereOf } from '#lib/members/regions-of-members.ts';
import { MemberStack } from '#lib/stacks/member-stack.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { synthesize } from '#test/stacks/synthesize.ts';

const PARTS = ['global', 'regional', 'backup'] as const;
const lone = someSettings({ hub: { region: 'eu-north-1' }, regions: ['eu-west-3'], costs: {} });
const rulesIn = (settings: typeof lone, part: MemberPart) =>
  rulesOfPart(part, whereOf(settings), memberShares(settings)).map(({ id }) => id);

test('a lone account forwards its anomalies from the global Region, where AWS sends them, and from no other', () => {
  expect(PARTS.filter((part) => rulesIn(lone, part).includes('CostAnomalies'))).toEqual(['global']);

  const { templates } = synthesize(
    (app) => new MemberStack(app, 'Member', { settings: lone, part: 'global', hubStack: 'ReeveHub' }),
  );
  const template = templates['Member'];
  if (!template) throw new Error('No member');
  expectResource(template, 'AWS::Events::Rule', {
    EventPattern: { source: ['aws.ce'], 'detail-type': ['Anomaly Detected'] },
  });
});

test.each(PARTS)(
  'members of an Organization forward none: those of the payer tell of all accounts (%s)',
  (part) => {
    expect(memberTemplate(anOrganization({ costs: {} }), part, 'ReeveHub')).not.toContain('aws.ce');
  },
);

test('an account that wants to hear of none forwards none', () => {
  const quiet = someSettings({ hub: { region: 'eu-north-1' }, costs: { anomalies: false } });

  expect(PARTS.filter((part) => rulesIn(quiet, part).includes('CostAnomalies'))).toEqual([]);
});
