import { describe, expect, test } from 'vitest';
import { memberTemplate } from '#lib/members/member-template.ts';
import { regionsOfMembers, regionsOfOwnRules, regionsOfRules } from '#lib/members/regions-of-members.ts';
import { anOrganization, MANAGEMENT_ACCOUNT } from '#test/stacks/an-organization.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

type Given = NonNullable<Parameters<typeof anOrganization>[0]>;
type Rule = {
  Type: string;
  Properties: { ConfigRuleName: string; Source: object; Scope: object; InputParameters?: object };
};

const required = [{ key: 'Owner', purpose: 'who is called when it breaks' }];
const withTags = (over: Partial<NonNullable<Given['tags']>> = {}, given: Given = {}) =>
  anOrganization({ ...given, tags: { required, ...over } });
const rulesOf = (over: Partial<NonNullable<Given['tags']>> = {}) => {
  const template = JSON.parse(memberTemplate(withTags(over), 'rules', 'ReeveHub')) as {
    Resources: Record<string, Rule>;
  };
  return Object.values(template.Resources);
};

describe('the template of the Config rules', () => {
  test('holds rules and nothing else, and a rule its types and its text', () => {
    const [rule, ...others] = rulesOf({ types: ['AWS::S3::Bucket'] });

    expect(others).toEqual([]);
    expect(rule?.Type).toBe('AWS::Config::ConfigRule');
    expect(rule?.Properties).toMatchObject({
      Scope: { ComplianceResourceTypes: ['AWS::S3::Bucket'] },
      Source: {
        Owner: 'CUSTOM_POLICY',
        SourceDetails: [
          { EventSource: 'aws.config', MessageType: 'ConfigurationItemChangeNotification' },
          { EventSource: 'aws.config', MessageType: 'OversizedConfigurationItemChangeNotification' },
        ],
        CustomPolicyDetails: {
          PolicyRuntime: 'guard-2.x.x',
          PolicyText: expect.stringContaining("tags[ keys == 'Owner' ] !empty") as string,
        },
      },
    });
    expect(rule?.Properties.ConfigRuleName).toMatch(/^reeve-required-tags-[0-9a-f]{8}-1$/);
  });

  test('has one rule for a hundred types', () => {
    expect(rulesOf({ types: ['AWS::*'] })).toHaveLength(6);
  });

  test("holds AWS's own rule, where the settings want it", () => {
    expect(rulesOf({ rules: 'managed' }).map(({ Properties }) => Properties)).toMatchObject([
      { Source: { Owner: 'AWS', SourceIdentifier: 'REQUIRED_TAGS' }, InputParameters: { tag1Key: 'Owner' } },
    ]);
  });

  test('is refused when no StackSet could carry it, with the way out', () => {
    const values = Array.from({ length: 40 }, (_, index) => `${'long'.repeat(10)}-${index}`);
    const many = ['a', 'b', 'c', 'd'].map((key) => ({ ...required[0], key, values }));

    expect(() => rulesOf({ required: many as typeof required, types: ['AWS::*'] })).toThrow(
      /"rules" has \d+ bytes, and 50000 .* take resource types out of tags\.types in reeve\.config\.ts/,
    );
  });
});

describe('where the rules are', () => {
  test('in every Region of the settings, that of the hub too, and not where there are copies of events alone', () => {
    expect(regionsOfRules(withTags())).toEqual(['eu-north-1', 'eu-west-3']);
    expect(regionsOfRules(withTags({}, { regions: ['us-east-1'] }))).toEqual(['eu-north-1', 'us-east-1']);
    expect(regionsOfMembers(withTags())).toEqual(regionsOfMembers(anOrganization()));
  });

  test('nowhere without the block, nor where it wants none', () => {
    expect(regionsOfRules(anOrganization())).toEqual([]);
    expect(regionsOfRules(withTags({ rules: 'none' }))).toEqual([]);
  });

  test.each<[string, Partial<NonNullable<Given['tags']>>, boolean]>([
    ['nothing is named', {}, true],
    ['the root is named', { targets: ['r-town'] }, true],
    ['units are named', { targets: ['ou-town-market12'] }, false],
    ['other accounts are named', { accounts: ['555500001234'] }, false],
    ['it is named', { accounts: [MANAGEMENT_ACCOUNT] }, true],
  ])('in the management account if %s', (_, over, isThere) => {
    expect(regionsOfOwnRules(withTags(over)).length > 0).toBe(isThere);
  });

  test('in a lone account', () => {
    const lone = someSettings({ hub: { region: 'eu-north-1' }, tags: { required } });

    expect(regionsOfOwnRules(lone)).toEqual(['eu-north-1']);
  });
});
