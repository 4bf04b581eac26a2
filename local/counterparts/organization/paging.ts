import { createHmac, randomBytes } from 'node:crypto';
import { type AwsCall, AwsError } from '#local/proxy/aws-call.ts';

/** How lists are cut into pages; may be changed at any time. */
export type Paging = {
  /** Entries of a page at most, whatever a caller asks for. */
  pageSize: number;
  /** Before each page comes an empty one with a token, as AWS reserves for itself. */
  emptyPages: boolean;
  /** What a token that is not of the list is refused with. */
  badToken?: string;
};

/** What the Organizations API does. */
export const USUAL_PAGING: Paging = { pageSize: 20, emptyPages: false };

const SEAL = randomBytes(16);

/**
 * A page of a list. A token is good for the call that it was given to, with the same input, as often as it is
 * sent: an SDK repeats a call whose answer was lost.
 */
export function pageOf<Item>(
  items: Item[],
  { MaxResults, NextToken, ...input }: Record<string, unknown>,
  { operation }: Pick<AwsCall, 'operation'>,
  { pageSize, emptyPages, badToken = 'InvalidInputException' }: Paging,
): { page: Item[]; NextToken?: string } {
  const list = JSON.stringify([operation, input]);
  const { from, isFull } =
    typeof NextToken === 'string' ? openToken<Place>(NextToken, list, badToken) : { from: 0, isFull: false };
  if (emptyPages && !isFull) return { page: [], NextToken: sealToken({ from, isFull: true }, list) };
  const to = from + Math.min(pageSize, typeof MaxResults === 'number' ? MaxResults : pageSize);
  const page = items.slice(from, to);
  return to < items.length ? { page, NextToken: sealToken({ from: to, isFull: false }, list) } : { page };
}

type Place = { from: number; isFull: boolean };

/** A token that cannot be read, nor used for another list. */
export function sealToken(place: object, list: string): string {
  const content = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${content}.${createHmac('sha256', SEAL).update(`${content} ${list}`).digest('base64url')}`;
}

/** What was sealed for this list; throws what is not. */
export function openToken<Sealed extends object>(token: string, list: string, badToken: string): Sealed {
  const [content = ''] = token.split('.');
  const place = Buffer.from(content, 'base64url').toString();
  try {
    const read = JSON.parse(place) as Sealed;
    if (sealToken(read, list) === token) return read;
  } catch {
    // Not a token at all.
  }
  throw new AwsError(badToken, 'You provided a NextToken that is not of this list.');
}
