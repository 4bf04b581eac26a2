import { createHash } from 'node:crypto';
import { decodeAwsChunked, malformedTrailer } from './aws-chunked.ts';
import { type Checksum, checkedChecksum } from './checksum.ts';
import { S3Error } from './s3-error.ts';

type Body = { content: Buffer; checksum?: Checksum };

/** What a request carries, once all that its headers promise of it has been found right. */
export function readBody({ headers, body }: { headers: Record<string, string>; body: Buffer }): Body {
  const { content, trailers } = isChunked(headers) ? readChunks(headers, body) : readWhole(headers, body);
  checkMd5(headers['content-md5'], content);
  checkSha256(headers['x-amz-content-sha256'], body);
  return { content, checksum: checkedChecksum({ ...headers, ...trailers }, content) };
}

function isChunked(headers: Record<string, string>): boolean {
  return headers['x-amz-content-sha256']?.startsWith('STREAMING-') ?? false;
}

function readWhole(headers: Record<string, string>, content: Buffer) {
  if (headers['content-length'] === undefined) throw missingLength();
  return { content, trailers: {} };
}

function readChunks(headers: Record<string, string>, body: Buffer) {
  const length = headers['x-amz-decoded-content-length'];
  if (length === undefined) throw missingLength();
  const decoded = decodeAwsChunked(body);
  if (decoded.content.length !== Number(length)) {
    throw new S3Error('IncompleteBody', 'You did not provide the number of bytes specified');
  }
  const promised = headers['x-amz-trailer'];
  if (promised !== undefined && !(promised.toLowerCase() in decoded.trailers)) throw malformedTrailer();
  return decoded;
}

function missingLength(): S3Error {
  const message = 'You must provide the Content-Length HTTP header.';
  return new S3Error('MissingContentLength', message, { status: 411 });
}

function checkMd5(given: string | undefined, content: Buffer): void {
  if (given === undefined) return;
  if (Buffer.from(given, 'base64').length !== 16) {
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  if (createHash('md5').update(content).digest('base64') === given) return;
  throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function checkSha256(given: string | undefined, body: Buffer): void {
  if (given === undefined || !/^[\da-f]{64}$/.test(given)) return;
  if (createHash('sha256').update(body).digest('hex') === given) return;
  const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
  throw new S3Error('XAmzContentSHA256Mismatch', message);
}
