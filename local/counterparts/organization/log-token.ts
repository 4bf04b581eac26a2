import type { LogPlace } from './log-page.ts';
import { invalidLogParameter } from './logs-input.ts';
import { uuidOf } from './stack-id.ts';

/** A place as a token that is good for one stream. As on AWS, it shows which way it goes. */
export function toLogToken({ isForward, at }: LogPlace, stream: string): string {
  const place = `${isForward ? 'f' : 'b'}/${at}`;
  return `${place}/${uuidOf(`${stream} ${place}`)}`;
}

export function fromLogToken(token: unknown, stream: string): LogPlace {
  const [, direction, at] = /^([fb])\/(\d+)\//.exec(String(token)) ?? [];
  const place = { isForward: direction === 'f', at: Number(at) };
  if (toLogToken(place, stream) === token) return place;
  throw invalidLogParameter('The specified nextToken is invalid.');
}
