import { S3Error } from './s3-error.ts';

/** First and last byte, both included. */
export type ByteRange = { first: number; last: number };

/** The bytes that a Range header asks of so many; undefined, all of them, where it asks in a way S3 passes over. */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  const first = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last) {
    const details = { RangeRequested: header ?? '', ActualObjectSize: `${size}` };
    const headers = { 'content-range': `bytes */${size}` };
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
      status: 416,
      details,
      headers,
    });
  }
  return { first, last };
}
