import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readReportFile } from '#lambdas/chat-delivery/report-file-client.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

let server: Server;
let answer: { status: number; body: Uint8Array; length?: number };
let seen: IncomingMessage[];

beforeEach(async () => {
  seen = [];
  server = createServer((incoming, outgoing) => {
    seen.push(incoming);
    outgoing.writeHead(answer.status, { 'content-length': answer.length ?? answer.body.length });
    outgoing.end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

describe('a file of the report bucket', () => {
  it('is read by a signed call, byte for byte', async () => {
    answer = { status: 200, body: Buffer.from([0, 255, 128, 10]) };
    expect([...(await readReportFile('town-reports', 'exports/cost/a b.png'))]).toEqual([0, 255, 128, 10]);
    expect(seen[0]?.method).toBe('GET');
    expect(seen[0]?.url).toBe('/town-reports/exports/cost/a%20b.png');
    expect(seen[0]?.headers.authorization).toMatch(/\/eu-west-1\/s3\/aws4_request/);
    expect(seen[0]?.headers['x-amz-content-sha256']).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [403, PermanentError],
    [404, PermanentError],
    [500, RetryLaterError],
    [503, RetryLaterError],
  ])('that S3 answers with %i is a %o', async (status, error) => {
    answer = { status, body: Buffer.from('<Error/>') };
    await expect(readReportFile('town-reports', 'exports/a.png')).rejects.toThrow(error);
  });

  it('of more than two megabytes is no picture', async () => {
    answer = { status: 200, body: Buffer.alloc(2_000_001) };
    await expect(readReportFile('town-reports', 'exports/a.png')).rejects.toThrow('Picture is too large');
  });

  it('is asked for again where the connection fails', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    await expect(readReportFile('town-reports', 'exports/a.png')).rejects.toThrow(RetryLaterError);
  });
});
