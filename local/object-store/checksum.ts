import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { notEmulated, S3Error } from './s3-error.ts';

/** `value` is what the header of its algorithm says; that of a composite ends with the number of parts. */
export type Checksum = { algorithm: string; value: string; type: 'FULL_OBJECT' | 'COMPOSITE' };

const HEADER = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/;

/** The checksum that headers or trailers give for a body, once it has been found right. */
export function checkedChecksum(headers: Record<string, string>, content: Buffer): Checksum | undefined {
  const given = Object.entries(headers).filter(([name]) => HEADER.test(name));
  const [first, second] = given;
  if (second) throw new S3Error('InvalidRequest', 'Expecting a single x-amz-checksum- header.');
  if (!first) return undefined;
  const algorithm = HEADER.exec(first[0])?.[1] ?? '';
  const value = checksumOf(algorithm, content).toString('base64');
  if (value === first[1]) return { algorithm, value, type: 'FULL_OBJECT' };
  const name = algorithm.toUpperCase();
  throw new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
}

/** The checksum of what was sent in parts: that of the checksums of the parts. */
export function compositeChecksum(parts: Checksum[]): Checksum | undefined {
  const algorithm = parts[0]?.algorithm;
  if (algorithm === undefined) return undefined;
  const all = Buffer.concat(parts.map(({ value }) => Buffer.from(value, 'base64')));
  const value = `${checksumOf(algorithm, all).toString('base64')}-${parts.length}`;
  return { algorithm, value, type: 'COMPOSITE' };
}

/** The headers that tell a checksum. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  const { algorithm, value, type } = checksum;
  return { [`x-amz-checksum-${algorithm}`]: value, 'x-amz-checksum-type': type };
}

function checksumOf(algorithm: string, content: Buffer): Buffer {
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm).update(content).digest();
  if (algorithm !== 'crc32') throw notEmulated(`The checksum ${algorithm}`);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes;
}
