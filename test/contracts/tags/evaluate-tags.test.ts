import { describe, expect, test } from 'vitest';
import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { ruleNameOf, versionOfRule } from '#lambdas/contracts/tags/tag-policy.ts';
import { aPolicy, BUCKET, COST_CENTER, OWNER, QUEUE, STAGE } from '#test/contracts/tags/a-policy.ts';

const verdict = (tags: Record<string, string>, policy = aPolicy()) => evaluateTags(policy, BUCKET, tags);

describe('a key', () => {
  test.each<{ tags: Record<string, string>; found: object[] }>([
    { tags: { Owner: 'a' }, found: [] },
    { tags: {}, found: [{ key: 'Owner', problem: 'missing' }] },
    { tags: { owner: 'a' }, found: [{ key: 'Owner', problem: 'missing', nearMiss: 'owner' }] },
    { tags: { 'O w-n_er': 'a' }, found: [{ key: 'Owner', problem: 'missing', nearMiss: 'O w-n_er' }] },
    { tags: { Team: 'a' }, found: [{ key: 'Owner', problem: 'missing', nearMiss: 'Team' }] },
    { tags: { Owners: 'a' }, found: [{ key: 'Owner', problem: 'missing' }] },
    { tags: { Owner: '' }, found: [{ key: 'Owner', problem: 'blank' }] },
    { tags: { Owner: ' \u00a0\u2003' }, found: [{ key: 'Owner', problem: 'blank' }] },
    { tags: { Owner: 'a', owner: '' }, found: [] },
  ])('of $tags comes to $found (DataChefHQ/aws-data-landing-zone)', ({ tags, found }) => {
    expect(verdict(tags)).toEqual(found);
  });

  test('that every object has by birth is not there', () => {
    const policy = aPolicy({ tags: [{ ...OWNER, key: 'constructor', aliases: [] }] });
    expect(verdict({}, policy)).toEqual([{ key: 'constructor', problem: 'missing' }]);
  });
});

describe('a value', () => {
  test.each([
    { value: 'prod', allowed: true },
    { value: 'Prod', allowed: false },
    { value: 'prod ', allowed: false },
  ])('$value of a list: $allowed', ({ value, allowed }) => {
    const found = verdict({ Stage: value }, aPolicy({ tags: [STAGE] }));
    expect(found).toEqual(allowed ? [] : [{ key: 'Stage', problem: 'value', found: value }]);
  });

  test.each([
    { value: 'CC-1234', allowed: true },
    { value: 'xCC-1234', allowed: false },
    { value: 'CC-12345', allowed: false },
    { value: 'CC-1234\n', allowed: false },
  ])('$value of a pattern, which holds for the whole of it: $allowed (appvia)', ({ value, allowed }) => {
    expect(verdict({ CostCenter: value }, aPolicy({ tags: [COST_CENTER] }))).toHaveLength(allowed ? 0 : 1);
  });

  test('of a pattern of alternatives is bound at both ends of each', () => {
    const policy = aPolicy({ tags: [{ ...COST_CENTER, pattern: 'one|two' }] });
    expect(verdict({ CostCenter: 'one more' }, policy)).toHaveLength(1);
    expect(verdict({ CostCenter: 'two' }, policy)).toEqual([]);
  });
});

test('violations come in the order of the policy, and only of tags that the type needs', () => {
  const policy = aPolicy({ tags: [STAGE, { ...OWNER, types: [QUEUE] }, COST_CENTER] });
  expect(evaluateTags(policy, BUCKET, {}).map(({ key }) => key)).toEqual(['Stage', 'CostCenter']);
  expect(evaluateTags(policy, QUEUE, {}).map(({ key }) => key)).toEqual(['Stage', 'Owner', 'CostCenter']);
  expect(evaluateTags(policy, 'AWS::SNS::Topic', {})).toEqual([]);
});

test('a rule is known by its name, with whatever AWS Config puts behind it', () => {
  const policy = aPolicy();
  expect(versionOfRule(ruleNameOf(policy, 2))).toBe(policy.version);
  expect(versionOfRule(`${ruleNameOf(policy, 1)}-conformance-pack-abcdefghi`)).toBe(policy.version);
  expect(versionOfRule('required-tags')).toBeUndefined();
  expect(versionOfRule('reeve-required-tags-0a1b2c3dx')).toBeUndefined();
});
