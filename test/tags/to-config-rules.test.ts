import { expect, test } from 'vitest';
import { toConfigRules, warningsOfRules } from '#lib/tags/to-config-rules.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

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

  expect(warningsOfRules(aTagBlock({ required }))).toEqual([
    'tags.required names 7 tags: people keep up with 6 at most',
  ]);
  expect(warningsOfRules(aTagBlock({ required: required.slice(1) }))).toEqual([]);
});

test('the rule of AWS warns of what it leaves out', () => {
  expect(warningsOfRules(aTagBlock({ rules: 'managed' })).join('\n')).toContain(
    'leaves out 15 of 28 resource types',
  );
});
