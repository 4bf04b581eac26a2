import { describe, expect, test } from 'vitest';
import { toGuardRules } from '#lib/tags/guard/to-guard-rules.ts';
import { typesLike } from '#lib/tags/resource-types.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const rulesOf = (over: Parameters<typeof aTagBlock>[0]) => toGuardRules(toTagPolicy(aTagBlock(over)));
const aTag = (key: string, more: object = {}) => ({ key, purpose: 'what it is for', ...more });
const LONG_VALUES = Array.from({ length: 60 }, (_, index) => `${'long'.repeat(12)}-${index}`);

describe('the shards of a policy', () => {
  const all = typesLike('AWS::*');

  test('are as few as hundreds of types allow, and each type stands in one', () => {
    const rules = rulesOf({ types: ['AWS::*'] });

    expect(rules).toHaveLength(Math.ceil(all.length / 100));
    expect(rules.flatMap(({ types }) => types)).toEqual([...all].sort());
  });

  test('are named after the version of the policy, and counted', () => {
    const { version } = toTagPolicy(aTagBlock({ types: ['AWS::*'] }));

    expect(rulesOf({ types: ['AWS::*'] }).map(({ name }) => name)).toEqual(
      [1, 2, 3, 4, 5, 6].map((shard) => `reeve-required-tags-${version}-${shard}`),
    );
  });

  test('check types that none of the managed rules does (awslabs/aws-config-rules#278)', () => {
    const types = ['AWS::Lambda::Function', 'AWS::SNS::Topic', 'AWS::ECS::Cluster', 'AWS::IAM::Role'];

    expect(rulesOf({ types }).flatMap((rule) => rule.types)).toEqual([...types].sort());
  });

  test('leave out a type that needs no tag', () => {
    const required = [aTag('Owner', { types: ['AWS::S3::Bucket'] })];

    expect(rulesOf({ required, types: ['AWS::S3::*', 'AWS::SNS::Topic'] }).map(({ types }) => types)).toEqual(
      [['AWS::S3::Bucket']],
    );
  });

  test('are smaller where a text would be too long', () => {
    const required = Array.from({ length: 3 }, (_, index) =>
      aTag(`Key${index}`, { values: LONG_VALUES, types: [`AWS::${['S3', 'EC2', 'RDS'][index]}::*`] }),
    );
    const rules = rulesOf({ required, types: ['AWS::S3::*', 'AWS::EC2::*', 'AWS::RDS::*'] });

    expect(rules.length).toBeGreaterThan(1);
    for (const { text } of rules) expect(text.length).toBeLessThanOrEqual(10_000);
    expect(new Set(rules.flatMap(({ types }) => types)).size).toBe(
      rules.flatMap(({ types }) => types).length,
    );
  });

  test('are ASCII: CloudFormation makes question marks of the rest', () => {
    const required = [aTag('Größe', { values: ['é', '日本'] }), aTag('x', { pattern: '[à-ü]+' })];

    for (const { text } of rulesOf({ required })) expect(text).toMatch(/^[\n -~]+$/);
  });
});

test('ten keys with long names and values take a third of what a rule may hold', () => {
  const required = Array.from({ length: 10 }, (_, index) =>
    aTag(`company:cost-allocation-${index}`, { pattern: 'CC-[0-9]{4}(?:-[a-z]{3})?' }),
  );
  const [rule] = rulesOf({ required });

  expect(rule?.text.length).toBeLessThan(10_000 / 3);
});

describe('what makes too much names the field and the way out', () => {
  test('values that no rule can hold', () => {
    const required = ['a', 'b', 'c', 'd'].map((key) => aTag(key, { values: LONG_VALUES }));

    expect(() => rulesOf({ required, types: ['AWS::S3::Bucket'] })).toThrow(
      /^tags\.required in reeve\.config\.ts makes a Config rule of \d+ characters for AWS::S3::Bucket, and 10000 .* fewer values/,
    );
  });

  test('more rules than an Organization may have', () => {
    const required = ['a', 'b', 'c'].map((key) => aTag(key, { values: LONG_VALUES.slice(0, 50) }));
    const types = ['AWS::*'];
    const each = required.map((tag) => ({ ...tag, types }));
    const alone = typesLike('AWS::*').map((type, index) =>
      aTag(`only-${index}`, { types: [type], values: LONG_VALUES.slice(0, 20) }),
    );

    expect(() => rulesOf({ required: [...each, ...alone], types })).toThrow(
      /^tags in reeve\.config\.ts makes \d+ Config rules, and 150 is the limit: take resource types out of tags\.types/,
    );
  });
});
