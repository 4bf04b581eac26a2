import { Agent, createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from '#lambdas/runtime/exchange.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener) {
  server = createServer(listener);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { hostname: '127.0.0.1', port, path: '/here', timeoutMs: 1000, headers: { 'x-name': 'value' } };
}

describe('exchange', () => {
  it('posts the bytes and reads status, headers and text', async () => {
    const options = await serve((incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const { method, url, headers } = incoming;
        answer.writeHead(202, { 'retry-after': '7' });
        answer.end(
          [method, url, headers['content-length'], headers['x-name'], Buffer.concat(chunks)].join(' '),
        );
      });
    });
    expect(await exchange(request, options, '"ä"')).toMatchObject({
      status: 202,
      headers: { 'retry-after': '7' },
      body: 'POST /here 4 value "ä"',
    });
  });

  it('keeps no more than 100,000 bytes of an answer', async () => {
    const options = await serve((_incoming, answer) => answer.end('a'.repeat(1_000_000)));
    expect((await exchange(request, options, '')).body.length).toBeLessThanOrEqual(100_000);
  });

  it('ends after its timeout though the answer drips on', async () => {
    const options = await serve((_incoming, answer) => {
      answer.writeHead(200);
      const drip = setInterval(() => answer.write('.'), 20);
      answer.on('close', () => clearInterval(drip));
    });
    await expect(exchange(request, { ...options, timeoutMs: 200 }, '')).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('fails where the connection breaks', async () => {
    const options = await serve((incoming) => incoming.socket.destroy());
    await expect(exchange(request, options, '')).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('takes a new connection where a kept one turns out closed', async () => {
    let requests = 0;
    const options = await serve((incoming, answer) => {
      requests += 1;
      if (requests === 2) incoming.socket.destroy();
      else answer.end(String(requests));
    });
    const agent = new Agent({ keepAlive: true });
    expect((await exchange(request, { ...options, agent }, '')).body).toBe('1');
    expect((await exchange(request, { ...options, agent }, '')).body).toBe('3');
    agent.destroy();
  });
});
