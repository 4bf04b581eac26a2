import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { ReportBucket } from '#lib/platform/report-bucket.ts';
import { expectResource } from '#test/stacks/expect-resource.ts';
import { synthesizeStack } from '#test/stacks/synthesize.ts';

const BUCKET = 'AWS::S3::Bucket';
const template = synthesizeStack((stack) => {
  new ReportBucket(stack, 'Files');
});

test('AWS names the bucket: another stack of the account, or one that is made anew, can have one too', () => {
  const [bucket] = Object.values(template.findResources(BUCKET));

  expect(bucket?.['Properties']).not.toHaveProperty('BucketName');
  expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('uploads that broke off and what was replaced do not stay for ever', () => {
  expectResource(template, BUCKET, {
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({
          Status: 'Enabled',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          NoncurrentVersionExpiration: { NoncurrentDays: Match.anyValue() },
        }),
      ]),
    },
  });
});

test('answers of Athena are gone after a week', () => {
  expectResource(template, BUCKET, {
    LifecycleConfiguration: {
      Rules: Match.arrayWith([
        Match.objectLike({ Prefix: 'athena/', Status: 'Enabled', ExpirationInDays: 7 }),
      ]),
    },
  });
});
