import { createSocket, type Socket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { activeRegion } from '#lambdas/health-reconcile/active-region-client.ts';
import { logLines } from '#test/runtime/log-lines.ts';

/** Answers each question for a CNAME with this name; without one, that there is none. */
let answer: string | undefined;
let server: Socket;
let resolver: Resolver;

beforeEach(async () => {
  answer = 'health.us-east-1.amazonaws.com';
  server = createSocket('udp4');
  server.on('message', (question, { port, address }) => server.send(replyTo(question), port, address));
  server.bind(0, '127.0.0.1');
  await once(server, 'listening');
  resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${server.address().port}`]);
});
afterEach(() => void server.close());

/** https://www.rfc-editor.org/rfc/rfc1035#section-4 */
function replyTo(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const header = Buffer.alloc(12);
  question.copy(header, 0, 0, 2);
  header.writeUInt16BE(answer === undefined ? 0x8183 : 0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(answer === undefined ? 0 : 1, 6);
  const asked = question.subarray(12, end);
  if (answer === undefined) return Buffer.concat([header, asked]);
  const name = answer.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]);
  const fixed = [0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 10, 0, name.length + 1];
  return Buffer.concat([header, asked, Buffer.from([...fixed, ...name, 0])]);
}

const inHome = (home: string) => activeRegion(home, { resolveCname: (name) => resolver.resolveCname(name) });

describe('the Region of the Health API', () => {
  test('is the one that the global name leads to, at every run of a warm function (aws-health-aware#68)', async () => {
    const region = inHome('eu-central-1');
    expect(await region()).toBe('us-east-1');
    answer = 'health.us-east-2.amazonaws.com';
    expect(await region()).toBe('us-east-2');
  });

  test.each([
    [undefined, 'ENOTFOUND'],
    ['health.somewhere.example', 'no Region in the answer'],
  ])('is us-east-1 where the answer is %j, which is said once, with the reason', async (name, reason) => {
    answer = name;
    const region = inHome('eu-central-1');
    const lines = logLines();
    const regions = [await region(), await region()];
    vi.restoreAllMocks();

    expect(regions).toEqual(['us-east-1', 'us-east-1']);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'INFO', region: 'us-east-1', reason },
    ]);
    answer = 'health.us-east-2.amazonaws.com';
    expect(await region()).toBe('us-east-2');
  });

  test.each([
    ['us-gov-east-1', 'us-gov-west-1'],
    ['cn-north-1', 'cn-northwest-1'],
  ])('of a hub in %s is %s, and nobody is asked', async (home, region) => {
    const asked = activeRegion(home, { resolveCname: () => Promise.reject(new Error('asked')) });
    expect(await asked()).toBe(region);
  });
});
