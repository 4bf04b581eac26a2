import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFile, putPart } from '#lambdas/case-trackers/attach/file-client.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';
import { routeHttps } from '#test/support-cases/read/route-https.ts';

const URL_OF_IT = 'https://files.example/very-secret';
let answer: (response: ServerResponse) => void;
const server = createServer((_, response) => answer(response));
let unroute: () => void;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  unroute = routeHttps(`http://127.0.0.1:${port}`, (host) => !host.startsWith('none.'));
});
afterAll(() => {
  unroute();
  server.close();
  server.closeAllConnections();
});
const fetched = (mostBytes: number) => fetchFile({ url: URL_OF_IT, headers: {}, mostBytes });
const errorOf = (work: Promise<unknown>) => work.catch((error: unknown) => error);

test('a file of any bytes comes as it is, with its headers', async () => {
  const bytes = Buffer.from(Uint8Array.from({ length: 256 }, (_, index) => index));
  answer = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);

  const { bytes: read, ...rest } = await fetched(256);
  expect(rest).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
  expect(bytes.equals(read ?? new Uint8Array())).toBe(true);
});

test('one that says that it is longer is not read', async () => {
  let sent = 0;
  answer = (response) => {
    response.writeHead(200, { 'content-length': 50_000_000 });
    const more = () => {
      sent += 65_536;
      if (!response.destroyed && sent < 50_000_000) response.write(Buffer.alloc(65_536), more);
    };
    more();
  };

  expect(await fetched(40_000_000)).not.toHaveProperty('bytes');
  expect(sent).toBeLessThan(10_000_000);
});

test('one that does not say so is read so far', async () => {
  let sent = 0;
  answer = (response) => {
    const more = () => {
      sent += 65_536;
      if (!response.destroyed && sent < 50_000_000) response.write(Buffer.alloc(65_536), more);
    };
    more();
  };

  expect(await fetched(100_000)).not.toHaveProperty('bytes');
  expect(sent).toBeLessThan(20_000_000);
});

test('one that breaks off is no file', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  };

  expect(await errorOf(fetched(1000))).toBeInstanceOf(RetryLaterError);
});

test.each([
  'http://files.example/very-secret',
  'https://10.0.0.1/very-secret',
  'https://169.254.169.254/very-secret',
  'https://[::1]/very-secret',
  'very-secret',
])('%s is refused for good, by reads and writes, and no error holds it', async (url) => {
  for (const work of [fetchFile({ url, headers: {}, mostBytes: 1 }), putPart(url, Buffer.from('x'))]) {
    const error = await errorOf(work);

    expect(error).toBeInstanceOf(PermanentError);
    expect(inspect(error, { depth: 9 })).not.toContain('very-secret');
  }
});

test('bytes go to AWS only', async () => {
  const asked: string[] = [];
  answer = (response) => {
    asked.push('asked');
    response.writeHead(200, { etag: '"e"' }).end();
  };
  for (const host of ['evil.example', 'amazonaws.com.evil.example', 'evilamazonaws.com', 'amazonaws.com'])
    expect(await errorOf(putPart(`https://${host}/x`, Buffer.from('x')))).toBeInstanceOf(PermanentError);
  expect(asked).toEqual([]);

  for (const suffix of ['com', 'com.cn'])
    expect(
      await putPart(`https://uploadv1.attachments.support.x.amazonaws.${suffix}/x`, Buffer.from('x')),
    ).toBe('"e"');
});

test('a part that AWS does not take may be taken later', async () => {
  answer = (response) => response.writeHead(403).end();

  expect(await errorOf(putPart('https://a.amazonaws.com/x', Buffer.from('x')))).toBeInstanceOf(
    RetryLaterError,
  );
});
