import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole } from '#local/console/start-console.ts';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

describe('the console', () => {
  it('serves its page with a policy that lets nothing in from elsewhere', async () => {
    const response = await fetch(console.url);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'",
    );
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });

  it('serves every module and style that its page names', async () => {
    const page = await (await fetch(console.url)).text();
    for (const [, path] of page.matchAll(/(?:href|src)="(\/[^"]+)"/g)) {
      expect((await fetch(`${console.url}${path}`)).status).toBe(200);
    }
  });

  it.each(['/no-such.js', '/package.json', '/..%2fstart-console.ts', '/page/index.html'])(
    'serves nothing else: %s',
    async (path) => {
      expect((await fetch(`${console.url}${path}`)).status).toBe(404);
    },
  );

  it('answers to its own names only', async () => {
    const { port } = new URL(console.url);
    expect(await console.statusFor('/api/ledger', `localhost:${port}`)).toBe(200);
    expect(await console.statusFor('/api/ledger', `rebound.example:${port}`)).toBe(403);
    expect(await console.statusFor('/', `rebound.example:${port}`)).toBe(403);
  });

  it('takes no orders from another page', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
    const before = console.cloud.clock.offset;
    const options = { method: 'POST', headers, body: '{"milliseconds":60000}' };
    expect((await fetch(`${console.url}/api/clock/advance`, options)).status).toBe(403);
    expect(console.cloud.clock.offset - before).toBeLessThan(1000);
  });

  it('says which port is taken and the way out', async () => {
    const port = Number(new URL(console.url).port);
    await expect(startConsole({ cloud: console.cloud, port })).rejects.toThrow(
      new RegExp(`Port ${port} is in use.*--port ${port + 1}`),
    );
  });

  it('refuses what it does not understand in words', async () => {
    await expect(console.tell('/api/clock/advance', { milliseconds: -1 })).rejects.toThrow(
      /400 milliseconds/,
    );
    await expect(console.tell('/api/no-such')).rejects.toThrow(/404/);
    await expect(console.ask('/api/channel', { name: 'nobody' })).rejects.toThrow(/no channel named nobody/);
  });

  it('stops while pages are open', async () => {
    const { url, close } = await startConsole({ cloud: console.cloud, port: 0 });
    const response = await fetch(`${url}/api/updates`);
    await close();
    await expect(response.text()).resolves.toContain('event: snapshot');
  });
});
