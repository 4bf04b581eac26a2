import { s3Address } from './s3-address.ts';

type Shape = { method: string; of: 'bucket' | 'object'; query?: string; operation: string };

// What the SDK does not name by `x-id`. Shapes with a query come first: they are the narrower ones.
const SHAPES: Shape[] = [
  { method: 'GET', of: 'bucket', query: 'list-type', operation: 'ListObjectsV2' },
  { method: 'GET', of: 'bucket', query: 'versions', operation: 'ListObjectVersions' },
  { method: 'POST', of: 'bucket', query: 'delete', operation: 'DeleteObjects' },
  { method: 'POST', of: 'object', query: 'uploads', operation: 'CreateMultipartUpload' },
  { method: 'POST', of: 'object', query: 'uploadId', operation: 'CompleteMultipartUpload' },
  { method: 'PUT', of: 'object', query: 'partNumber', operation: 'UploadPart' },
  { method: 'DELETE', of: 'object', query: 'uploadId', operation: 'AbortMultipartUpload' },
  { method: 'GET', of: 'object', query: 'tagging', operation: 'GetObjectTagging' },
  { method: 'PUT', of: 'object', query: 'tagging', operation: 'PutObjectTagging' },
  { method: 'HEAD', of: 'bucket', operation: 'HeadBucket' },
  { method: 'GET', of: 'bucket', operation: 'ListObjects' },
  { method: 'PUT', of: 'bucket', operation: 'CreateBucket' },
  { method: 'DELETE', of: 'bucket', operation: 'DeleteBucket' },
  { method: 'HEAD', of: 'object', operation: 'HeadObject' },
  { method: 'GET', of: 'object', operation: 'GetObject' },
  { method: 'PUT', of: 'object', operation: 'PutObject' },
  { method: 'DELETE', of: 'object', operation: 'DeleteObject' },
];

/** The name of an S3 operation, which S3 itself knows only by method, path and query. */
export function s3Operation(method: string, url: URL): string {
  const named = url.searchParams.get('x-id');
  if (named) return named;
  const of = s3Address(url.host, url.pathname).key === '' ? 'bucket' : 'object';
  const shape = SHAPES.find(
    (shape) =>
      shape.method === method &&
      shape.of === of &&
      (shape.query === undefined || url.searchParams.has(shape.query)),
  );
  return shape?.operation ?? `${method} ${of}`;
}
