import { describe, expect, test } from 'vitest';
import { judgeCosts } from '#bin/commands/doctor/checks/cost-explorer.ts';
import { judgeDelegation, needsOf } from '#bin/commands/doctor/checks/delegated-administrators.ts';
import { judgeHealthView } from '#bin/commands/doctor/checks/health-view.ts';
import { judgeOrganization } from '#bin/commands/doctor/checks/organization.ts';
import { judgeSources, noAggregator } from '#bin/commands/doctor/checks/tag-aggregator.ts';
import { judgeTargets } from '#bin/commands/doctor/checks/targets.ts';
import { reaches, recordsWrites } from '#bin/commands/doctor/checks/trail.ts';
import { verdict, verdicts } from '#test/commands/doctor/verdicts-of.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const HUB = { hubAccount: '1', homeRegion: 'eu-north-1' };

describe('the Organization', () => {
  const settings = { id: 'o-town', managementAccount: '9' };

  test.each([
    { found: { id: 'o-town', managementAccount: '9', featureSet: 'ALL' }, expected: ['ok'] },
    {
      found: { id: 'o-town', managementAccount: '9', featureSet: 'CONSOLIDATED_BILLING' },
      expected: ['failed'],
    },
    { found: { id: 'o-city', managementAccount: '8', featureSet: 'ALL' }, expected: ['failed', 'failed'] },
    { found: undefined, expected: ['failed'] },
  ])('$found is $expected', ({ found, expected }) => {
    expect(verdicts(judgeOrganization(found, settings))).toEqual(expected);
  });

  test.each([
    { above: ['ou-a', 'r-1'], expected: 'ok' },
    { above: ['ou-b', 'r-1'], expected: 'failed' },
    { above: undefined, expected: 'ok' },
  ])('targets above $above are $expected for the hub', ({ above, expected }) => {
    expect(verdict(judgeTargets({ targets: ['ou-a'], missing: [], above }))).toBe(expected);
  });
});

test.each([
  { health: { reconcile: true }, expected: ['failed', 'failed', 'warning', 'warning'] },
  { tags: {}, expected: ['failed', 'warning', 'failed', 'warning'] },
  { tags: { coverage: false }, expected: ['failed', 'warning', 'warning', 'warning'] },
  { tags: { aggregator: 'everything' }, expected: ['failed', 'warning', 'warning', 'warning'] },
  { health: { reconcile: false }, expected: ['failed', 'warning', 'warning', 'warning'] },
  { health: undefined, expected: ['failed', 'warning', 'warning', 'warning'] },
])('of delegations only those fail that are needed: $health $tags', ({ health, tags, expected }) => {
  const findings = needsOf({
    health: health && { ...health, reminderDays: [], quietAfterDays: 14, backup: true },
    tags: tags && aTagBlock(tags),
  });

  expect(
    verdicts(findings.map((need) => judgeDelegation(need, { isDelegated: false, isTrusted: true }, HUB))),
  ).toEqual(expected);
});

test.each([
  ['ENABLED', false, 'ok'],
  ['PENDING', true, 'warning'],
  ['DISABLED', true, 'failed'],
  [undefined, true, 'ok'],
  [undefined, false, 'failed'],
])('a view of Health that is %s, trusted %s, is %s', (status, isTrusted, expected) => {
  expect(verdict(judgeHealthView(status, isTrusted, 'eu-north-1'))).toBe(expected);
});

test('an aggregator that cannot list accounts is a failure, and one without failures is well', () => {
  const judged = judgeSources('everything', [{ SourceId: 'Organization', LastErrorCode: 'X' }], 'eu-north-1');

  expect(judged).toMatchObject([{ verdict: 'failed', detail: 'X' }]);
  expect(judged[0]?.mend).toContain('enable-aws-service-access --service-principal config.amazonaws.com');
  expect(judgeSources('everything', [], 'eu-north-1')).toMatchObject([{ verdict: 'ok' }]);
});

test('an aggregator of the settings is mended there, and the own one by a deployment', () => {
  expect(noAggregator('theirs', undefined).mend).toContain('tags.aggregator');
  expect(noAggregator('ours', 'ReeveHub').mend).toBe('npx cdk deploy ReeveHub --revert-drift');
});

describe('a trail', () => {
  const advanced = (...FieldSelectors: { Field: string; Equals: string[] }[]) => ({
    AdvancedEventSelectors: [{ FieldSelectors }],
  });
  const management = { Field: 'eventCategory', Equals: ['Management'] };

  test.each([
    { selectors: { EventSelectors: [{}] }, expected: true },
    { selectors: { EventSelectors: [{ IncludeManagementEvents: false }] }, expected: false },
    { selectors: { EventSelectors: [{ ReadWriteType: 'ReadOnly' as const }] }, expected: false },
    { selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' as const }] }, expected: true },
    { selectors: advanced(management), expected: true },
    { selectors: advanced(management, { Field: 'readOnly', Equals: ['false'] }), expected: true },
    { selectors: advanced(management, { Field: 'readOnly', Equals: ['true'] }), expected: false },
    { selectors: advanced({ Field: 'eventCategory', Equals: ['Data'] }), expected: false },
    { selectors: {}, expected: false },
  ])('with $selectors records writes: $expected', ({ selectors, expected }) => {
    expect(recordsWrites(selectors)).toBe(expected);
  });
});

test.each([
  { trail: { IsMultiRegionTrail: true, HomeRegion: 'eu-north-1' }, expected: true },
  { trail: { IsMultiRegionTrail: false, HomeRegion: 'us-east-1' }, expected: true },
  { trail: { IsMultiRegionTrail: false, HomeRegion: 'eu-north-1' }, expected: false },
  { trail: { IsMultiRegionTrail: true, IncludeGlobalServiceEvents: false }, expected: false },
])('the trail $trail reaches us-east-1: $expected', ({ trail, expected }) => {
  expect(reaches(trail, 'us-east-1')).toBe(expected);
});

test('of many active tags ten are named', () => {
  const tags = Array.from({ length: 12 }, (_, index) => ({ key: `t${index}`, isActive: true }));

  expect(judgeCosts(tags)[1]?.text).toMatch(/t0, .*t9 and 2 more$/);
});
