import type { ResourceReader } from '../resource.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** AWS::S3::Bucket. Its policy comes from AWS::S3::BucketPolicy. */
export const readBucket: ResourceReader = ({ logicalId, name, arn, scope, properties }, estate) => {
  properties.optionalString('BucketName');
  if (!NAME.test(name)) throw properties.refusal('BucketName', `${name} is no name of a bucket`);
  if (estate.buckets.some((bucket) => bucket.name === name)) {
    throw properties.refusal('BucketName', `${name} is there already`);
  }
  const versioning = properties.object('VersioningConfiguration').optionalString('Status');
  if (versioning === 'Suspended')
    throw properties.refusal('VersioningConfiguration', 'Suspended is not emulated');
  estate.buckets.push({ logicalId, name, arn, region: scope.region, versioned: versioning === 'Enabled' });
};
