import { describe, expect, test } from 'vitest';
import { leftOutOfManagedRule } from '#lib/tags/managed/left-out-of-managed-rule.ts';
import { toManagedRule } from '#lib/tags/managed/to-managed-rule.ts';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

type Given = Parameters<typeof aTagBlock>[0];

const ruleOf = (over: Given) => toManagedRule(toTagPolicy(aTagBlock(over)));
const leftOut = (over: Given) => {
  const policy = toTagPolicy(aTagBlock(over));
  return leftOutOfManagedRule(policy, toManagedRule(policy));
};
const aTag = (key: string, more: object = {}) => ({ key, purpose: 'what it is for', ...more });
const types = ['AWS::EC2::Instance', 'AWS::S3::Bucket'];
const ALWAYS = "AWS's rule does not say which tag is missing, and takes blank values where none are named";

test('the rule of AWS gets the tags by number, and literal values between commas', () => {
  const required = [aTag('Owner'), aTag('Stage', { values: ['prod', 'test'] })];
  const rule = ruleOf({ required, types: [...types, 'AWS::SNS::Topic'] });

  expect(rule).toMatchObject({
    identifier: 'REQUIRED_TAGS',
    types,
    parameters: { tag1Key: 'Owner', tag2Key: 'Stage', tag2Value: 'prod,test' },
  });
  expect(rule.name).toMatch(/^reeve-required-tags-[0-9a-f]{8}-1$/);
});

describe('what it leaves out is said', () => {
  test.each<[string, Given, string[]]>([
    ['nothing but what it never does', { types }, []],
    [
      'types that it does not know (awslabs/aws-config-rules#278)',
      { types: [...types, 'AWS::SNS::Topic', 'AWS::Lambda::Function'] },
      ["AWS's rule leaves out 2 of 4 resource types: AWS::Lambda::Function, AWS::SNS::Topic"],
    ],
    [
      'a seventh tag',
      { types, required: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => aTag(key)) },
      ["AWS's rule leaves out the tag g: it has room for six"],
    ],
    [
      'a tag of some types',
      { types, required: [aTag('Owner'), aTag('Size', { types: ['AWS::EC2::*'] })] },
      ["AWS's rule leaves out the tag Size: it cannot ask for a tag of some types alone"],
    ],
    [
      'a key that CloudFormation would spoil',
      { types, required: [aTag('Owner'), aTag('Größe')] },
      ["AWS's rule leaves out the tag Größe: the key is not ASCII"],
    ],
    [
      'a pattern',
      { types, required: [aTag('Owner', { pattern: '[a-z]+' })] },
      ["AWS's rule takes any value of Owner: it knows no regular expressions"],
    ],
    [
      'values with a comma',
      { types, required: [aTag('Owner', { values: ['a,b'] })] },
      ["AWS's rule takes any value of Owner: one of them has a comma or is not ASCII"],
    ],
  ])('%s', (_, over, sentences) => {
    expect(leftOut(over)).toEqual([...sentences, ALWAYS]);
  });

  test('many types by number', () => {
    expect(leftOut({ types: ['AWS::*'] })[0]).toMatch(/^AWS's rule leaves out 503 of 533 .*, and 498 more$/);
  });
});

describe('what it cannot do at all names the field and the way out', () => {
  test.each<[string, Given]>([
    ['no type that it knows', { types: ['AWS::SNS::Topic'] }],
    [
      'no tag that all types need',
      {
        types,
        required: [aTag('Size', { types: ['AWS::EC2::*'] }), aTag('Data', { types: ['AWS::S3::*'] })],
      },
    ],
  ])('%s', (_, over) => {
    expect(() => ruleOf(over)).toThrow(
      /^tags\.rules in reeve\.config\.ts is managed, .* write guard, or none$/,
    );
  });

  test('parameters longer than AWS Config takes them', () => {
    const values = Array.from({ length: 60 }, (_, index) => `a-rather-long-value-${index}`);

    expect(() => ruleOf({ types, required: [aTag('Owner', { values })] })).toThrow(
      /^tags\.required in reeve\.config\.ts makes 1\d{3} characters of parameters .* 1024 is the limit/,
    );
  });
});
