import { readPolicyDocument } from '../policy-document.ts';
import type { ResourceReader } from '../resource.ts';

/** AWS::S3::BucketPolicy. */
export const readBucketPolicy: ResourceReader = ({ properties, afterAll }, estate) => {
  const document = readPolicyDocument(properties, 'PolicyDocument');
  const name = properties.string('Bucket');
  afterAll(() => {
    const bucket = estate.buckets.find((each) => each.name === name);
    if (!bucket) throw properties.refusal('Bucket', `${name} is no bucket of these stacks`);
    if (bucket.policy) throw properties.refusal('Bucket', `${name} has another policy, which this replaces`);
    bucket.policy = document;
  });
};
