import { createHmac, randomBytes } from 'node:crypto';
import { AwsError } from '#local/proxy/aws-call.ts';

const SEAL = randomBytes(16);

/** Where a page begins, what was asked, and of which generation the token is. */
type Place = { from: number; question: string; generation: number };

/** What stands for a question, whatever the order of its members. */
export function fingerprintOf(question: unknown): string {
  return createHmac('sha256', SEAL).update(canonical(question)).digest('base64url');
}

export function sealToken(place: Place): string {
  const content = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${content}.${fingerprintOf(content)}`;
}

/** Where the page of a token begins. The parameters must be those that it was given for. */
export function openToken(token: unknown, question: string, generation: number): number {
  const [content = '', seal] = String(token).split('.');
  if (seal !== fingerprintOf(content)) throw badToken('Invalid token');
  const place = JSON.parse(Buffer.from(content, 'base64url').toString()) as Place;
  if (place.generation !== generation) throw badToken('The token has expired');
  if (place.question !== question) {
    throw new AwsError('RequestChangedException', 'The parameters differ from those of the first page');
  }
  return place.from;
}

export const badToken = (message: string) => new AwsError('InvalidNextTokenException', message);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}
