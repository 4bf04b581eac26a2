import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Content types that a function gets as a text; all others as base64. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml)\b)/i;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Asked = Pick<IncomingMessage, 'method' | 'headersDistinct'> & {
  /** Behind the host, with the query. */
  path: string;
  body: Buffer;
};

/**
 * What a function gets of a request to its URL: payload format 2.0.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function urlEvent(asked: Asked, { id, region, now }: { id: string; region: string; now: number }) {
  const { method = 'GET', headersDistinct, path, body } = asked;
  const [rawPath = '/', rawQueryString = ''] = path.split(/\?(.*)/s);
  const { cookie, ...others } = headersDistinct;
  const domainName = `${id}.lambda-url.${region}.on.aws`;
  const headers: Record<string, string> = {
    ...Object.fromEntries(Object.entries(others).map(([name, values = []]) => [name, values.join(',')])),
    host: domainName,
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '443',
    'x-forwarded-for': '127.0.0.1',
  };
  const query = [...new URLSearchParams(rawQueryString)];
  const isText = TEXT.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    ...(cookie ? { cookies: cookie.flatMap((line) => line.split('; ')) } : {}),
    ...(query.length > 0 ? { queryStringParameters: merged(query) } : {}),
    requestContext: {
      accountId: 'anonymous',
      apiId: id,
      domainName,
      domainPrefix: id,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: timeText(new Date(now)),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Several values of one name are one, with commas between them. */
function merged(pairs: [string, string][]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of pairs) found[name] = name in found ? `${found[name]},${value}` : value;
  return found;
}

/** `23/Nov/2026:03:00:00 +0000` */
function timeText(at: Date): string {
  const iso = at.toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[at.getUTCMonth()]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}
