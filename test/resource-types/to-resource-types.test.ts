import { expect, test } from 'vitest';
import { toResourceTypes } from '#bin/resource-types/to-resource-types.ts';

const RULES = {
  REQUIRED_TAGS: { 'Resource Types': 'AWS::S3::Bucket, AWS::EC2::Instance' },
  S3_BUCKET_TAGGED: { 'Resource Types': 'AWS::S3::Bucket' },
  SNS_TOPIC_TAGGED: { 'Resource Types': 'AWS::SNS::Topic' },
  SNS_ANOTHER_TAGGED: { 'Resource Types': 'AWS::SNS::Topic' },
  GONE_TAGGED: { 'Resource Types': 'AWS::Gone::Thing' },
  APPROVED_AMIS_BY_TAG: { 'Resource Types': 'AWS::EFS::FileSystem' },
  A_PERIODIC_TAGGED: {},
};
const KNOWN = [
  'AWS::SNS::Topic',
  'AWS::S3::Bucket',
  'AWS::EFS::FileSystem',
  'AWS::EC2::Instance',
  'AWS::EKS::Cluster',
];

test('each type that AWS Config knows stands once, in order, with the first of its proofs', () => {
  expect(
    toResourceTypes([...KNOWN, 'AWS::S3::Bucket'], RULES, ['AWS::EKS::Cluster', 'AWS::S3::Bucket']),
  ).toEqual([
    { type: 'AWS::EC2::Instance', tagsProvenBy: 'REQUIRED_TAGS' },
    { type: 'AWS::EFS::FileSystem' },
    { type: 'AWS::EKS::Cluster', tagsProvenBy: 'configuration item' },
    { type: 'AWS::S3::Bucket', tagsProvenBy: 'REQUIRED_TAGS' },
    { type: 'AWS::SNS::Topic', tagsProvenBy: 'SNS_ANOTHER_TAGGED' },
  ]);
});
