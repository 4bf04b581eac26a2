import { describe, expect, test } from 'vitest';
import { toConfigRules, warningsOfRules } from '#lib/tags/to-config-rules.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const REGIONS = ['eu-north-1', 'us-east-1'];
/** The rule of AWS knows the first alone. */
const MANAGED = ['AWS::S3::Bucket', 'AWS::CloudFront::Distribution'];
const aTag = (key: string) => ({ key, purpose: 'what it is for' });

test('the settings choose between rules of ours, the rule of AWS, and none', () => {
  const [own] = toConfigRules(aTagBlock());
  const [managed, ...others] = toConfigRules(aTagBlock({ rules: 'managed' }));

  expect(own).toHaveProperty('text');
  expect(managed).toHaveProperty('identifier', 'REQUIRED_TAGS');
  expect(others).toEqual([]);
  expect(toConfigRules(aTagBlock({ rules: 'none' }))).toEqual([]);
});

test('more than six tags are a warning, no error', () => {
  const required = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(aTag);

  expect(warningsOfRules(aTagBlock({ required }), REGIONS)).toEqual([
    'tags.required names 7 tags: people keep up with 6 at most',
  ]);
  expect(warningsOfRules(aTagBlock({ required: required.slice(1) }), REGIONS)).toEqual([]);
});

test('the rule of AWS warns of what it leaves out', () => {
  expect(warningsOfRules(aTagBlock({ rules: 'managed' }), REGIONS).join('\n')).toContain(
    'leaves out 15 of 28 resource types',
  );
});

describe('types that AWS Config records in one Region alone', () => {
  test('are a warning where no rule is there, those that nobody named among them', () => {
    expect(warningsOfRules(aTagBlock(), ['eu-north-1'])).toEqual([
      'AWS Config records AWS::CloudFront::Distribution in us-east-1 alone, and no rule is there: add "us-east-1" to regions, or leave that out of tags.types',
    ]);
  });

  test('are one for each Region', () => {
    const types = ['AWS::CloudFront::*', 'AWS::GlobalAccelerator::Listener'];

    expect(warningsOfRules(aTagBlock({ types }), ['eu-north-1'])).toEqual([
      expect.stringContaining(
        'AWS::CloudFront::Distribution, AWS::CloudFront::StreamingDistribution in us-east-1',
      ),
      expect.stringContaining('AWS::GlobalAccelerator::Listener in us-west-2'),
    ]);
  });

  test.each([
    ['where a rule is there', aTagBlock(), REGIONS],
    ['where no rule is anywhere', aTagBlock({ rules: 'none' }), []],
    [
      'where the rule of AWS leaves them out',
      aTagBlock({ rules: 'managed', types: MANAGED }),
      ['eu-north-1'],
    ],
    ['in another partition, which has Regions of its own', aTagBlock(), ['cn-north-1']],
    ['where they need no tag', aTagBlock({ types: ['AWS::S3::Bucket'] }), ['eu-north-1']],
  ])('are none %s', (_, block, regions) => {
    expect(warningsOfRules(block, regions).filter((warning) => warning.includes('alone'))).toEqual([]);
  });
});
