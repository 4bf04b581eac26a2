import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLike } from '#lambdas/contracts/tags/policy-scope.ts';
import { limitsOfTagPolicy } from '#lib/tags/prevention/limits-of-tag-policy.ts';
import tagPolicyTypes from '#lib/tags/prevention/tag-policy-types.json' with { type: 'json' };
import { tagPolicyTypeOf } from '#lib/tags/prevention/tag-policy-types.ts';
import {
  TAG_POLICY_CHARACTERS,
  TooLongForTagPolicyError,
  toTagPolicyDocument,
} from '#lib/tags/prevention/to-tag-policy-document.ts';
import { widenPattern } from '#lib/tags/prevention/widen-pattern.ts';
import { DEFAULT_TYPES, isKnownType } from '#lib/tags/resource-types.ts';
import { aPolicy, aTag } from '#test/tags/prevention/a-policy.ts';

const TYPES = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::EC2::Instance',
  'AWS::Kinesis::Stream',
  'AWS::S3::Bucket',
];

test('says how keys are written, which values they have, and what is reported without them', () => {
  const tags = [
    aTag({ values: ['payments', 'search'] }),
    aTag({ key: 'Backup', types: ['AWS::S3::Bucket'] }),
  ];
  const { document, folded } = toTagPolicyDocument(aPolicy({ tags, types: TYPES }));

  expect(document).toEqual({
    tags: {
      Owner: {
        tag_key: { '@@assign': 'Owner' },
        tag_value: { '@@assign': ['payments', 'search'] },
        report_required_tag_for: { '@@assign': ['ec2:instance', 'kinesis:stream', 's3:bucket'] },
      },
      Backup: { tag_key: { '@@assign': 'Backup' }, report_required_tag_for: { '@@assign': ['s3:bucket'] } },
    },
  });
  expect(folded).toBe(false);
});

test('refuses nothing, unless it is asked to, and only of types that AWS can refuse (schubergphilis/terraform-aws-mcaf-landing-zone#187)', () => {
  const policy = aPolicy({ tags: [aTag()], types: TYPES });

  expect(JSON.stringify(toTagPolicyDocument(policy))).not.toContain('enforced_for');
  expect(toTagPolicyDocument(policy, { enforced: true }).document.tags['Owner']?.enforced_for).toEqual({
    '@@assign': ['ec2:instance', 's3:bucket'],
  });
});

test('every default type has its name in tag policies, each type once', () => {
  const types = tagPolicyTypes.types.map(({ type }) => type);

  expect(DEFAULT_TYPES.filter((type) => !tagPolicyTypeOf(type))).toEqual([]);
  expect(new Set(types).size).toBe(types.length);
  expect(types.filter((type) => !isKnownType(type))).toEqual([]);
  expect(tagPolicyTypes.types.filter(({ name }) => !/^[a-z0-9-]+:[a-z/-]+$/.test(name))).toEqual([]);
});

test.each([
  { pattern: 'CC-[0-9]{4}', value: 'CC-*' },
  { pattern: 'CC-?[0-9]{4}', value: 'CC*' },
  { pattern: 'prod', value: 'prod' },
  { pattern: 'a+', value: undefined },
  { pattern: '[a-z]+', value: undefined },
  { pattern: 'dev|prod', value: undefined },
  { pattern: 'dev.*', value: 'dev*' },
  { pattern: String.raw`v\.[0-9]`, value: 'v*' },
])('$pattern becomes $value', ({ pattern, value }) => {
  expect(widenPattern(pattern)).toBe(value);
});

test('whatever a pattern allows, its widened value allows', () => {
  const part = fc.constantFrom('a', 'CC', '-', '[0-9]', '(?:x|y)', 'b?', 'c*', 'd+', 'e{2}', '.', ' ');
  const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  const matching = pattern.chain((one) =>
    fc.tuple(fc.constant(one), fc.stringMatching(new RegExp(`^(?:${one})$`, 'su'))),
  );
  fc.assert(
    fc.property(matching, ([one, text]) => {
      const value = widenPattern(one);
      expect(value === undefined || isLike(text, value)).toBe(true);
    }),
  );
});

test('too many types by name are folded into their services, and that is told', () => {
  const tags = Array.from({ length: 9 }, (_, at) => aTag({ key: `Key${at}` }));
  const types = tagPolicyTypes.types.map(({ type }) => type);
  const policy = aPolicy({ tags, types });
  const { document, characters, folded } = toTagPolicyDocument(policy);

  expect(folded).toBe(true);
  expect(characters).toBeLessThanOrEqual(TAG_POLICY_CHARACTERS);
  expect(document.tags['Key0']?.report_required_tag_for?.['@@assign']).toContain('ec2:ALL_SUPPORTED');
  expect(document.tags['Key0']?.report_required_tag_for?.['@@assign']).toContain('kinesis:stream');
  expect(limitsOfTagPolicy(policy, { folded, enforced: false }).join()).toMatch(/wider than the policy/);
});

test('what fits in no way is refused', () => {
  const tags = Array.from({ length: 60 }, (_, at) => aTag({ key: `Key${at}` }));

  expect(() => toTagPolicyDocument(aPolicy({ tags }))).toThrow(TooLongForTagPolicyError);
});

test.each([
  { what: 'a widened pattern', tag: { pattern: 'CC-[0-9]{4}' }, text: /CC-\[0-9\]\{4\} becomes CC-\*/ },
  { what: 'a lost pattern', tag: { pattern: 'a|b' }, text: /pattern of Owner is left out/ },
  { what: 'a star in a value', tag: { values: ['a*'] }, text: /Values of Owner are left out/ },
])('$what is told', ({ tag, text }) => {
  const limits = (fields: object) =>
    limitsOfTagPolicy(aPolicy({ tags: [aTag(fields)] }), { folded: false, enforced: false }).join('\n');

  expect(limits(tag)).toMatch(text);
  expect(limits({ values: ['a', 'b'] })).not.toMatch(text);
});

test('a key that differs from another in case alone is left out and told', () => {
  const policy = aPolicy({ tags: [aTag(), aTag({ key: 'owner' })] });

  expect(Object.keys(toTagPolicyDocument(policy).document.tags)).toEqual(['Owner']);
  expect(limitsOfTagPolicy(policy, { folded: false, enforced: false }).join()).toMatch(/owner is left out/);
});

test('types that are not refused are told when it refuses', () => {
  const told = (enforced: boolean) =>
    limitsOfTagPolicy(aPolicy({ types: TYPES }), { folded: false, enforced }).join();

  expect(told(true)).toMatch(/not refused: AWS::AutoScaling::AutoScalingGroup, AWS::Kinesis::Stream\./);
  expect(told(false)).not.toMatch(/not refused/);
});

test('who lets CloudFormation ask is told what that may break (aws/aws-cdk-cli#1251)', () => {
  const [, hook] = limitsOfTagPolicy(aPolicy({}), { folded: false, enforced: false });

  expect(hook).toMatch(/TaggingComplianceValidator.*warn first.*cdk deploy may fail/);
});
