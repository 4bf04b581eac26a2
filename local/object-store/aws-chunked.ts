import { S3Error } from './s3-error.ts';

type Decoded = { content: Buffer; trailers: Record<string, string> };

/**
 * Takes a body apart that was sent in chunks, each after its size in hexadecimal, with trailers after the last. The
 * signatures of chunks are not checked, as no signature is here.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export function decodeAwsChunked(body: Buffer): Decoded {
  const chunks: Buffer[] = [];
  let at = 0;
  const line = () => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw incomplete();
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const size = /^([\da-f]+)(?:;.*)?$/i.exec(line())?.[1];
    if (size === undefined) throw incomplete();
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    if (at + length + 2 > body.length) throw incomplete();
    chunks.push(body.subarray(at, at + length));
    at += length;
    if (line() !== '') throw incomplete();
  }
  return { content: Buffer.concat(chunks), trailers: readTrailers(body.toString('latin1', at)) };
}

function readTrailers(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) throw malformedTrailer();
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

export function malformedTrailer(): S3Error {
  return new S3Error('MalformedTrailerError', 'The request contained a malformed trailer.');
}

function incomplete(): S3Error {
  return new S3Error('IncompleteBody', 'The request body terminated unexpectedly');
}
