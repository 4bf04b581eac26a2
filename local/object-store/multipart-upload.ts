import { createHash } from 'node:crypto';
import { type Checksum, compositeChecksum } from './checksum.ts';
import { S3Error } from './s3-error.ts';
import type { NewObject } from './stored-object.ts';

const LEAST_PART_BYTES = 5 * 1024 * 1024;

type Part = { content: Buffer; etag: string; checksum?: Checksum };
/** What a request to complete says of a part; checksums by the names of their elements. */
export type NamedPart = { number: number; etag: string; checksum?: string };

/** An upload that is not complete; readers see nothing of it. */
export type MultipartUpload = {
  id: string;
  key: string;
  headers: Record<string, string>;
  /** Where one was chosen, each part must bring a checksum. */
  checksumAlgorithm?: string;
  parts: Map<number, Part>;
};

/** The object that the named parts make; throws as S3 does on what it would not join. */
export function joinParts(upload: MultipartUpload, named: NamedPart[]): NewObject {
  if (named.length === 0) throw malformed();
  if (named.some(({ number }, index) => number <= (named[index - 1]?.number ?? 0))) {
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const parts = named.map((each) => findPart(upload, each));
  const small = parts.slice(0, -1).find(({ content }) => content.length < LEAST_PART_BYTES);
  if (small) {
    const details = { ProposedSize: `${small.content.length}`, MinSizeAllowed: `${LEAST_PART_BYTES}` };
    const message = 'Your proposed upload is smaller than the minimum allowed size';
    throw new S3Error('EntityTooSmall', message, { details });
  }
  const checksums = parts.flatMap(({ checksum }) => checksum ?? []);
  return {
    content: Buffer.concat(parts.map(({ content }) => content)),
    etag: etagOfParts(parts),
    headers: upload.headers,
    checksum: upload.checksumAlgorithm === undefined ? undefined : compositeChecksum(checksums),
  };
}

function findPart(
  { parts, checksumAlgorithm }: MultipartUpload,
  { number, etag, checksum }: NamedPart,
): Part {
  const part = parts.get(number);
  const bare = (text: string) => text.replaceAll('"', '');
  if (!part || bare(part.etag) !== bare(etag)) throw invalidPart(number);
  if (checksumAlgorithm === undefined) return part;
  if (checksum === undefined) {
    const asked = `The upload was created using a ${checksumAlgorithm} checksum.`;
    throw new S3Error(
      'InvalidRequest',
      `${asked} The complete request must include the checksum for each part. It was missing for part ${number} in the request.`,
    );
  }
  if (part.checksum?.value !== checksum) throw invalidPart(number);
  return part;
}

function etagOfParts(parts: Part[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag.replaceAll('"', ''), 'hex'));
  return `"${hash.digest('hex')}-${parts.length}"`;
}

function invalidPart(number: number): S3Error {
  const message =
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.";
  return new S3Error('InvalidPart', message, { details: { PartNumber: `${number}` } });
}

export function malformed(): S3Error {
  const message = 'The XML you provided was not well-formed or did not validate against our published schema';
  return new S3Error('MalformedXML', message);
}
