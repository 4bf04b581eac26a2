import { expect, test } from 'vitest';
import { s3Operation } from '#local/proxy/s3-operation.ts';

test.each([
  ['PUT', '/reports/a.csv?x-id=PutObject', 'PutObject'],
  ['GET', '/reports?list-type=2&prefix=a', 'ListObjectsV2'],
  ['GET', '/reports/', 'ListObjects'],
  ['HEAD', '/reports', 'HeadBucket'],
  ['HEAD', '/reports/a.csv', 'HeadObject'],
  ['GET', '/reports/a.csv', 'GetObject'],
  ['POST', '/reports/a.csv?uploads', 'CreateMultipartUpload'],
  ['POST', '/reports/a.csv?uploadId=1', 'CompleteMultipartUpload'],
  ['POST', '/reports?delete', 'DeleteObjects'],
  ['PUT', '/reports/a.csv?partNumber=1&uploadId=1', 'UploadPart'],
  ['DELETE', '/reports/a.csv?uploadId=1', 'AbortMultipartUpload'],
  ['PUT', 'http://reports.localhost/a.csv', 'PutObject'],
  ['GET', 'http://reports.s3.amazonaws.com/?list-type=2', 'ListObjectsV2'],
  ['POST', '/reports/a.csv?select', 'POST object'],
])('%s %s is %s', (method, path, operation) => {
  expect(s3Operation(method, new URL(path, 'http://localhost'))).toBe(operation);
});
