import type { InvocationResult } from './invocation-result.ts';

export type UrlAnswer = { status: number; headers: Record<string, string | string[]>; body: Buffer };

type Given = {
  statusCode: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

/**
 * What the caller of a function URL gets for the answer of the function: a whole one where that names a status, else
 * the answer itself as JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function urlAnswer(result: InvocationResult): UrlAnswer {
  if (result.status !== 'ok') {
    return result.errorType === 'Throttled'
      ? json(429, { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded', Type: 'User' })
      : {
          status: 502,
          headers: { 'content-type': 'text/plain' },
          body: Buffer.from('Internal Server Error'),
        };
  }
  const { payload } = result;
  if (!isGiven(payload)) return json(200, payload);
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = payload;
  return {
    status: statusCode,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), `${value}`])),
      ...(cookies ? { 'set-cookie': cookies } : {}),
    },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

export function json(status: number, body: unknown): UrlAnswer {
  const text = body === undefined ? 'null' : JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(text) };
}

function isGiven(payload: unknown): payload is Given {
  return typeof payload === 'object' && payload !== null && 'statusCode' in payload;
}
