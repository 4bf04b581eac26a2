/** The action that allows an operation of S3, where it is not named as the operation. */
const ACTIONS: Record<string, string> = {
  CompleteMultipartUpload: 'PutObject',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  UploadPart: 'PutObject',
};

/**
 * The actions that S3 asks for, one for each resource of a call: what is copied is read.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function s3Actions(operation: string, resources: string[]): string[] {
  return resources.map((_, index) => `s3:${index === 0 ? (ACTIONS[operation] ?? operation) : 'GetObject'}`);
}
