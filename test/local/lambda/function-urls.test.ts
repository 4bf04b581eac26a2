import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Clock } from '#local/clock.ts';
import type { Permission } from '#local/lambda/function-access.ts';
import { type FunctionUrls, startFunctionUrls, type UrlParts } from '#local/lambda/function-urls.ts';
import { failure, type InvocationOutcome } from '#local/lambda/invocation-result.ts';

const FUNCTION = 'arn:aws:lambda:eu-central-1:111122223333:function:receive';
const PUBLIC: Permission[] = [
  { functionArn: FUNCTION, action: 'lambda:InvokeFunctionUrl', principal: '*', urlAuthType: 'NONE' },
  { functionArn: FUNCTION, action: 'lambda:InvokeFunction', principal: '*', ofUrls: true },
];

type Event = Record<string, unknown> & { body?: string; headers: Record<string, string> };
const clock = new Clock();
const events: Event[] = [];
let outcome: InvocationOutcome;
const permissions = [...PUBLIC];
const parts: UrlParts = {
  estate: { urls: [{ logicalId: 'Url', id: 'abc', functionArn: FUNCTION }], permissions },
  invoke: async (_arn, event) => {
    events.push(event as Event);
    return { ...outcome, requestId: '1', durationMs: 1, cold: false };
  },
};
let urls: FunctionUrls;
beforeAll(async () => {
  urls = await startFunctionUrls(parts, { clock, region: 'eu-central-1' });
});
beforeEach(() => {
  outcome = { status: 'ok', payload: { statusCode: 204 } };
  permissions.splice(0, Infinity, ...PUBLIC);
  events.length = 0;
});
afterAll(async () => {
  await urls.close();
  clock.stop();
});

const call = (path: string, init?: RequestInit) => fetch(`${urls.addressOf('abc')}${path}`, init);
const post = (body: string | Uint8Array<ArrayBuffer>, type?: string) =>
  call('', { method: 'POST', body, ...(type ? { headers: { 'content-type': type } } : {}) });

describe('a request', () => {
  test('comes in payload format 2.0', async () => {
    const headers = {
      'X-Word': 'One',
      cookie: 'a=1; b=2',
      'content-type': 'application/json',
      'user-agent': 'me',
    };
    await call('issues/a%20b?x=1&x=2&y=', { method: 'POST', body: '{"é":1}', headers });

    expect(events).toMatchObject([
      {
        version: '2.0',
        routeKey: '$default',
        rawPath: '/issues/a%20b',
        rawQueryString: 'x=1&x=2&y=',
        queryStringParameters: { x: '1,2', y: '' },
        cookies: ['a=1', 'b=2'],
        headers: { 'x-word': 'One', host: 'abc.lambda-url.eu-central-1.on.aws' },
        requestContext: {
          accountId: 'anonymous',
          apiId: 'abc',
          domainPrefix: 'abc',
          http: { method: 'POST', path: '/issues/a%20b', userAgent: 'me' },
          time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/) as string,
        },
        body: '{"é":1}',
        isBase64Encoded: false,
      },
    ]);
    expect(events[0]?.headers).not.toHaveProperty('cookie');
  });

  test.each([
    ['application/json; charset=utf-8', false],
    ['text/plain', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
  ])('of type %s has a body in base64: %s', async (type, isBase64Encoded) => {
    await post('a=ü', type);

    expect(events[0]).toMatchObject({ isBase64Encoded });
    expect(Buffer.from(events[0]?.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe('a=ü');
  });

  test('without a body has none', async () => {
    await call('?');

    expect(events[0]).toMatchObject({ rawPath: '/', isBase64Encoded: false });
    expect(events[0]).not.toHaveProperty('body');
  });

  test('of more than 6 MB reaches no function', async () => {
    expect((await post(new Uint8Array(6 * 1024 * 1024 + 1))).status).toBe(413);
    expect(events).toEqual([]);
  });

  test.each([
    ['no permission', []],
    ['the permission of before October 2025 alone', [PUBLIC[0]]],
    ['the other one alone', [PUBLIC[1]]],
    ['one for callers that sign', [{ ...PUBLIC[0], urlAuthType: 'AWS_IAM' }, PUBLIC[1]]],
    ['one to invoke it by other ways', [PUBLIC[0], { ...PUBLIC[1], ofUrls: undefined }]],
    ['those of another function', PUBLIC.map((one) => ({ ...one, functionArn: 'arn:other' }))],
  ])('with %s is forbidden', async (_what, given) => {
    permissions.splice(0, Infinity, ...(given as Permission[]));

    expect((await call('')).status).toBe(403);
    expect(events).toEqual([]);
  });

  test('to a URL that nobody made is forbidden', async () => {
    expect((await fetch(`${urls.addressOf('xyz')}issues`)).status).toBe(403);
  });
});

describe('an answer', () => {
  const answered = async (given: InvocationOutcome) => {
    outcome = given;
    const answer = await call('');
    const { status, headers } = answer;
    return {
      status,
      type: headers.get('content-type'),
      cookie: headers.get('set-cookie'),
      text: await answer.text(),
    };
  };

  test.each<[unknown, object]>([
    [
      { statusCode: 401, headers: { 'Content-Type': 'text/plain' }, body: 'no' },
      { status: 401, type: 'text/plain', text: 'no' },
    ],
    [
      { statusCode: 200, body: 'w7w=', isBase64Encoded: true },
      { status: 200, text: 'ü' },
    ],
    [
      { statusCode: 204, cookies: ['a=1'] },
      { status: 204, cookie: 'a=1' },
    ],
    ['a text', { status: 200, type: 'application/json', text: '"a text"' }],
    [{ word: 1 }, { status: 200, type: 'application/json', text: '{"word":1}' }],
    [null, { status: 200, text: 'null' }],
  ])('%o is %o', async (payload, expected) => {
    expect(await answered({ status: 'ok', payload })).toMatchObject(expected);
  });

  test('of a function that failed is 502 and tells nothing', async () => {
    expect(await answered(failure('Unhandled', 'a secret'))).toMatchObject({
      status: 502,
      text: 'Internal Server Error',
    });
  });

  test('of a function that is throttled is 429', async () => {
    expect(await answered(failure('Throttled', 'Rate Exceeded.'))).toMatchObject({ status: 429 });
  });
});
