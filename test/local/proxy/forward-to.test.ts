import { afterEach, beforeEach, expect, test } from 'vitest';
import { forwardTo } from '#local/proxy/forward-to.ts';
import { type LoopbackServer, startLoopbackServer } from '#local/proxy/loopback-server.ts';
import { anAwsCall } from './an-aws-call.ts';

let emulator: LoopbackServer;
let connections: Set<unknown>;

beforeEach(async () => {
  connections = new Set();
  emulator = await startLoopbackServer(async ({ method, url, headers, socket }, response, body) => {
    connections.add(socket);
    response.writeHead(418, { 'x-amz-crc32': '7' });
    response.end(JSON.stringify({ method, url, headers, body: body.toString() }));
  });
});
afterEach(() => emulator.close());

test('Method, path, headers and body reach the emulator, and its answer comes back', async () => {
  const headers = { host: 'proxy:1', 'x-amz-target': 'T', expect: '100-continue' };
  const answer = await forwardTo(emulator.url)(anAwsCall({ path: '/a?b', headers, input: { c: 1 } }));

  expect(answer).toMatchObject({ status: 418, headers: { 'x-amz-crc32': '7' } });
  expect(JSON.parse(answer.body.toString())).toEqual({
    method: 'POST',
    url: '/a?b',
    headers: { host: 'proxy:1', 'x-amz-target': 'T', 'content-length': '7', connection: 'keep-alive' },
    body: '{"c":1}',
  });
});

test('The connection is kept for the next call', async () => {
  const backend = forwardTo(emulator.url);
  await backend(anAwsCall());
  await backend(anAwsCall());
  expect(connections.size).toBe(1);
});

test('An emulator that is gone is an error', async () => {
  await emulator.close();
  await expect(forwardTo(emulator.url)(anAwsCall())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
