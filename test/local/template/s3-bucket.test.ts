import { expect, test } from 'vitest';
import type { TemplateResource } from '#local/template/template.ts';
import { loadResources } from './an-assembly.ts';

const aBucket = (Properties: TemplateResource['Properties'] = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties,
});
const aPolicy = (Bucket: unknown = { Ref: 'Bucket' }) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: { Bucket, PolicyDocument: { Statement: { Effect: 'Deny', Action: 's3:*', Resource: '*' } } },
});

test('a bucket keeps versions only where the template says so', () => {
  const VersioningConfiguration = { Status: 'Enabled' };
  const { buckets } = loadResources({ Plain: aBucket(), Kept: aBucket({ VersioningConfiguration }) });
  expect(buckets.map(({ logicalId, versioned }) => [logicalId, versioned])).toEqual([
    ['Plain', false],
    ['Kept', true],
  ]);
});

test.each<[string, Record<string, TemplateResource>, string | RegExp]>([
  ['a name with capitals', { It: aBucket({ BucketName: 'Reports' }) }, 'Reports is no name of a bucket'],
  [
    'a name that another bucket has',
    { It: aBucket({ BucketName: 'reports' }), Other: aBucket({ BucketName: 'reports' }) },
    'reports is there already',
  ],
  [
    'versions that are kept no longer',
    { It: aBucket({ VersioningConfiguration: { Status: 'Suspended' } }) },
    'Suspended is not emulated',
  ],
  [
    'a property without a reader',
    { It: aBucket({ WebsiteConfiguration: {} }) },
    'WebsiteConfiguration: is not',
  ],
  ['a policy of no bucket', { It: aPolicy('x') }, 'x is no bucket of these stacks'],
  [
    'a second policy of a bucket',
    { It: aPolicy(), Other: aPolicy(), Bucket: aBucket() },
    /hub-bucket-\w+ has another policy/,
  ],
])('%s is refused', (_, resources, message) => {
  expect(() => loadResources(resources)).toThrow(message);
});
