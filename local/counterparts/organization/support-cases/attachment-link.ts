import { createHmac, randomBytes } from 'node:crypto';

/** Regions that AWS Support answers in; all of a partition are one service. */
export const SUPPORT_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'cn-north-1', 'us-gov-west-1'];

const KEY = randomBytes(16);

export type LinkKind = 'download' | 'upload';
type Link = { kind: LinkKind; region: string; path: string; expiresAt: number };

/** Where files of cases are fetched from, or put to. */
export function attachmentHost(kind: LinkKind, region: string): string {
  return `${kind}v1.attachments.support.${region}.amazonaws.com`;
}

/** A presigned link to a file: good without credentials, until it expires. */
export function attachmentLink({ kind, region, path, expiresAt }: Link) {
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Date': compact(expiresAt),
    'X-Amz-Signature': signatureOf(kind, path, compact(expiresAt)),
  });
  return {
    url: `https://${attachmentHost(kind, region)}/${path}?${query.toString()}`,
    expiryDate: new Date(expiresAt).toISOString(),
  };
}

/** The path that a link was made for; undefined where it was made for none, or has expired. */
export function openLink(kind: LinkKind, pathWithQuery: string, now: number): string | undefined {
  const { pathname, searchParams } = new URL(pathWithQuery, 'https://attachments.invalid');
  const path = pathname.slice(1);
  const date = searchParams.get('X-Amz-Date') ?? '';
  if (searchParams.get('X-Amz-Signature') !== signatureOf(kind, path, date)) return undefined;
  return momentOf(date) > now ? path : undefined;
}

function signatureOf(kind: LinkKind, path: string, date: string): string {
  return createHmac('sha256', KEY).update(`${kind} ${path} ${date}`).digest('hex');
}

const compact = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

function momentOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
}
