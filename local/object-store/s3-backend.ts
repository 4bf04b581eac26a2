import { randomBytes } from 'node:crypto';
import type { AwsAnswer, AwsBackend, AwsCall } from '#local/proxy/aws-call.ts';
import type { BucketContent } from './bucket-content.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject } from './delete-object.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { listVersions } from './list-versions.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
} from './multipart-operations.ts';
import { putObject } from './put-object.ts';
import { notEmulated, S3Error } from './s3-error.ts';
import { type S3Operation, toS3Request } from './s3-request.ts';
import { xmlDocument } from './xml.ts';

const OPERATIONS: Record<string, S3Operation> = {
  AbortMultipartUpload: abortMultipartUpload,
  CompleteMultipartUpload: completeMultipartUpload,
  CopyObject: copyObject,
  CreateMultipartUpload: createMultipartUpload,
  DeleteObject: deleteObject,
  GetObject: getObject,
  HeadBucket: ({ bucket }) => ({ status: 200, headers: { 'x-amz-bucket-region': bucket.region }, body: '' }),
  HeadObject: getObject,
  ListObjectVersions: listVersions,
  ListObjectsV2: listObjects,
  PutObject: putObject,
  UploadPart: uploadPart,
};

/** S3 as SDK clients speak to it. */
export function s3Backend(bucketNamed: (name: string) => BucketContent): AwsBackend {
  return async (call) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    const answer = answerOf(call, bucketNamed, requestId);
    return { ...answer, headers: { ...answer.headers, 'x-amz-request-id': requestId } };
  };
}

function answerOf(call: AwsCall, bucketNamed: (name: string) => BucketContent, requestId: string): AwsAnswer {
  try {
    const operation = OPERATIONS[operationOf(call)];
    if (!operation) throw notEmulated(call.operation);
    return operation(toS3Request(call, bucketNamed));
  } catch (error) {
    if (!(error instanceof S3Error)) throw error;
    return toAnswer(error, call, requestId);
  }
}

/** A copy is a PutObject that names its source. */
function operationOf({ operation, headers }: AwsCall): string {
  return operation === 'PutObject' && headers['x-amz-copy-source'] !== undefined ? 'CopyObject' : operation;
}

function toAnswer(
  { code, message, status, details, headers }: S3Error,
  { method }: AwsCall,
  requestId: string,
) {
  const content = Object.entries({ Code: code, Message: message, ...details, RequestId: requestId });
  return {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
    // The answer to HEAD has nothing but its status.
    body: method === 'HEAD' ? '' : xmlDocument('Error', content, ''),
  };
}
