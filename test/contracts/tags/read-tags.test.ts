import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTags } from '#lambdas/contracts/tags/read-tags.ts';

describe('tags are found', () => {
  test.each([
    { where: 'in the map of the item', item: { tags: { Owner: 'a' } } },
    { where: 'in a list of a query', item: { tags: [{ key: 'Owner', value: 'a', tag: 'Owner=a' }] } },
    { where: 'in EC2’s configuration', item: { configuration: { tags: [{ key: 'Owner', value: 'a' }] } } },
    {
      where: 'in Kinesis’s configuration',
      item: { configuration: { Tags: [{ Key: 'Owner', Value: 'a' }] } },
    },
    { where: 'in RDS’s configuration', item: { configuration: { tagList: [{ key: 'Owner', value: 'a' }] } } },
    {
      where: 'in a configuration that is JSON',
      item: { configuration: JSON.stringify({ tagList: [{ key: 'Owner', value: 'a' }] }) },
    },
    {
      where: 'in a load balancer’s supplement, a list',
      item: { supplementaryConfiguration: { Tags: [{ key: 'Owner', value: 'a' }] } },
    },
    {
      where: 'in a supplement of JSON',
      item: { supplementaryConfiguration: { Tags: '[{"key":"Owner","value":"a"}]' } },
    },
    {
      where: 'in a bucket’s supplement',
      item: {
        supplementaryConfiguration: { BucketTaggingConfiguration: '{"tagSets":[{"tags":{"Owner":"a"}}]}' },
      },
    },
  ])('$where (awslabs/aws-config-rules#396)', ({ item }) => {
    expect(readTags(item)).toEqual({ Owner: 'a' });
  });

  test('in the map alone where there is one, however empty, since places may disagree', () => {
    expect(readTags({ tags: {}, configuration: { tags: [{ key: 'Owner', value: 'a' }] } })).toEqual({});
    expect(readTags({ tags: [], configuration: { tags: [{ key: 'Owner', value: 'a' }] } })).toEqual({});
  });
});

test('what is deleted, too large or a schedule has none, and throws nothing (appvia)', () => {
  for (const item of [{}, { configuration: null, tags: null }, { configuration: 'no JSON' }]) {
    expect(readTags(item)).toEqual({});
  }
});

test('whatever stands there, tags are texts by text', () => {
  fc.assert(
    fc.property(fc.record({ tags: fc.jsonValue(), configuration: fc.jsonValue() }), (item) => {
      for (const value of Object.values(readTags(item))) expect(typeof value).toBe('string');
    }),
  );
});
