import { invalidArgument } from './s3-error.ts';

const MOST_KEYS = 1000;

/** What all listings have in common. `encode` writes keys as the request asked. */
export type ListRequest = {
  prefix: string;
  delimiter: string;
  limit: number;
  encode: (key: string) => string;
  encoding: string | undefined;
};

export function readListRequest(query: URLSearchParams): ListRequest {
  const wanted = query.get('max-keys') ?? `${MOST_KEYS}`;
  if (!/^\d+$/.test(wanted)) {
    throw invalidArgument('max-keys', wanted, 'Provided max-keys not an integer or within integer range');
  }
  const encoding = query.get('encoding-type') ?? undefined;
  if (encoding !== undefined && encoding !== 'url') {
    throw invalidArgument('encoding-type', encoding, 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit: Math.min(Number(wanted), MOST_KEYS),
    encoding,
    encode: encoding === 'url' ? urlEncoded : (key) => key,
  };
}

function urlEncoded(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
}
