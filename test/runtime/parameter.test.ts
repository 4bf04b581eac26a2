import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { readParameter } from '#lambdas/runtime/parameter.ts';

const SECRET = 'xoxb-very-secret';
let server: Server;
let answer: { status: number; body: string };
let seen: { headers: IncomingHttpHeaders; body: string }[];

beforeEach(async () => {
  seen = [];
  server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
    incoming.on('end', () => {
      seen.push({ headers: incoming.headers, body });
      outgoing.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
  vi.stubEnv('AWS_SESSION_TOKEN', 'session');
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const refusal = () =>
  readParameter('/ReeveHub/channels/ops').then(
    () => undefined,
    (error: unknown) => error,
  );

describe('readParameter', () => {
  it('reads a SecureString with a signed call', async () => {
    answer = { status: 200, body: JSON.stringify({ Parameter: { Value: SECRET } }) };
    expect(await readParameter('/ReeveHub/channels/ops')).toBe(SECRET);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ Name: '/ReeveHub/channels/ops', WithDecryption: true });
    expect(seen[0]?.headers).toMatchObject({
      'x-amz-target': 'AmazonSSM.GetParameter',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-security-token': 'session',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/ssm\//,
      ) as string,
    });
  });

  it('says how to store a secret that is missing, for good', async () => {
    const type = 'com.amazonaws.ssm#ParameterNotFound';
    answer = { status: 400, body: JSON.stringify({ __type: type }) };
    const error = await refusal();
    expect(error).toBeInstanceOf(PermanentError);
    expect(error).toMatchObject({
      message: expect.stringContaining('reeve secret set') as string,
      fields: { name: '/ReeveHub/channels/ops' },
    });
  });

  it.each([
    ['throttled', 400, JSON.stringify({ __type: 'ThrottlingException' }), 'ThrottlingException'],
    ['refused', 400, JSON.stringify({ __type: 'AccessDeniedException' }), 'AccessDeniedException'],
    ['in an outage', 503, '<html>Service Unavailable</html>', undefined],
    ['without a value', 200, '{}', undefined],
  ])('tries later when %s', async (_name, status, body, code) => {
    answer = { status, body };
    expect(await refusal()).toMatchObject({ name: 'RetryLaterError', fields: { status, code } });
  });

  it('tries later where nobody answers', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    expect(await refusal()).toBeInstanceOf(RetryLaterError);
  });

  it('keeps a garbled secret out of its error', async () => {
    answer = { status: 200, body: `{"Parameter":{"Value":"${SECRET}` };
    expect(inspect(await refusal(), { depth: 9, showHidden: true })).not.toContain(SECRET);
  });
});
