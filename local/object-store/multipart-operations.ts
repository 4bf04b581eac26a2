import { createHash, randomBytes } from 'node:crypto';
import { checksumHeaders } from './checksum.ts';
import { joinParts, type MultipartUpload, malformed, type NamedPart } from './multipart-upload.ts';
import { headersToKeep } from './object-headers.ts';
import { checkWrite } from './preconditions.ts';
import { readBody } from './read-body.ts';
import { invalidArgument, S3Error } from './s3-error.ts';
import type { S3Operation, S3Request } from './s3-request.ts';
import { versionHeader } from './version-header.ts';
import { xmlElements, xmlText } from './xml.ts';
import { xmlAnswer } from './xml-answer.ts';

const MOST_PARTS = 10_000;

export const createMultipartUpload: S3Operation = ({ bucket, key, headers }) => {
  const id = randomBytes(48).toString('base64url');
  const checksumAlgorithm = headers['x-amz-checksum-algorithm']?.toLowerCase();
  bucket.uploads.set(id, { id, key, headers: headersToKeep(headers), checksumAlgorithm, parts: new Map() });
  return xmlAnswer(
    'InitiateMultipartUploadResult',
    [
      ['Bucket', bucket.name],
      ['Key', key],
      ['UploadId', id],
    ],
    checksumAlgorithm === undefined
      ? {}
      : { 'x-amz-checksum-algorithm': checksumAlgorithm.toUpperCase(), 'x-amz-checksum-type': 'COMPOSITE' },
  );
};

export const uploadPart: S3Operation = (request) => {
  const upload = uploadOf(request);
  const number = request.query.get('partNumber') ?? '';
  if (!/^\d+$/.test(number) || Number(number) < 1 || Number(number) > MOST_PARTS) {
    const message = `Part number must be an integer between 1 and ${MOST_PARTS}, inclusive`;
    throw invalidArgument('partNumber', number, message);
  }
  const { content, checksum } = readBody(request);
  const expected = upload.checksumAlgorithm;
  if (expected !== undefined && checksum?.algorithm !== expected) {
    const types = `expected checksum Type: ${expected}, actual checksum Type: ${checksum?.algorithm ?? 'null'}`;
    throw new S3Error('InvalidRequest', `Checksum Type mismatch occurred, ${types}`);
  }
  const etag = `"${createHash('md5').update(content).digest('hex')}"`;
  upload.parts.set(Number(number), { content, etag, checksum });
  return { status: 200, headers: { etag, ...checksumHeaders(checksum) }, body: '' };
};

export const completeMultipartUpload: S3Operation = (request) => {
  const { bucket, key, headers } = request;
  const upload = uploadOf(request);
  const object = joinParts(upload, namedParts(request.body.toString()));
  checkWrite(key, bucket.current(key), headers);
  const stored = bucket.put(key, object);
  bucket.uploads.delete(upload.id);
  const { algorithm = '', value, type } = stored.checksum ?? {};
  return xmlAnswer(
    'CompleteMultipartUploadResult',
    [
      ['Bucket', bucket.name],
      ['Key', key],
      ['ETag', stored.etag],
      [`Checksum${algorithm.toUpperCase()}`, value],
      ['ChecksumType', type],
    ],
    versionHeader(bucket, stored),
  );
};

export const abortMultipartUpload: S3Operation = (request) => {
  request.bucket.uploads.delete(uploadOf(request).id);
  return { status: 204, headers: {}, body: '' };
};

function uploadOf({ bucket, key, query }: S3Request): MultipartUpload {
  const id = query.get('uploadId') ?? '';
  const upload = bucket.uploads.get(id);
  if (upload?.key === key) return upload;
  const message =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  throw new S3Error('NoSuchUpload', message, { status: 404, details: { UploadId: id } });
}

function namedParts(document: string): NamedPart[] {
  return xmlElements(document, 'Part').map((part) => {
    const number = Number(xmlText(part, 'PartNumber'));
    const etag = xmlText(part, 'ETag');
    if (!Number.isInteger(number) || etag === undefined) throw malformed();
    const checksum = /<Checksum[A-Z\d]+>([^<]+)</.exec(part)?.[1];
    return { number, etag, checksum };
  });
}
