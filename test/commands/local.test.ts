import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runReeve, startReeve } from '#test/commands/run-reeve.ts';
import { aHealthEvent } from '#test/health-alerts/a-health-event.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Line = { url?: string; channel?: string; text?: string };

/** The local Reeve on any free port, and what it says, line by line. */
function startLocal() {
  const reeve = startReeve(['local', '--port', '0', '--assembly', ASSEMBLY, '--json']);
  const lines = createInterface({ input: reeve.stdout })[Symbol.asyncIterator]();
  const stderr = text(reeve.stderr);
  async function until(isWanted: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`Ended before it said so: ${await stderr}`);
      const line = JSON.parse(value) as Line;
      if (isWanted(line)) return line;
    }
  }
  return { reeve, until, ended: once(reeve, 'exit') };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'npm start tells what was open before, then a first event, and ends clean by %s',
  async (signal) => {
    const { reeve, until, ended } = startLocal();
    const { url = '' } = await until((line) => line.url !== undefined);
    const upcoming = await until((line) => line.text?.includes('AWS Health: 2 upcoming events') ?? false);
    const told = await until((line) => line.text?.includes('operational issue') ?? false);

    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    expect(upcoming.channel).toBeDefined();
    expect(told.channel).toBeDefined();

    reeve.kill(signal);
    expect(await ended).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  },
);

test('an event of one’s own is replayed into it', async () => {
  const { reeve, until, ended } = startLocal();
  const { url = '' } = await until((line) => line.url !== undefined);
  const { port } = new URL(url);
  const file = join(await mkdtemp(join(tmpdir(), 'reeve-')), 'event.json');
  await writeFile(file, JSON.stringify(aHealthEvent({ service: 'REEVE_TEST' })));

  const { code, stdout } = await runReeve(['replay', file, '--port', port]);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('Replayed AWS Health Event') as string,
  });
  await until((line) => line.text?.includes('REEVE_TEST') ?? false);

  await writeFile(file, '{"source": "aws.health"}');
  const refused = await runReeve(['replay', file, '--port', port]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('detail-type');

  reeve.kill('SIGTERM');
  await ended;
});

test('a port in use is named before anything is started, with another one to take', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { code, stdout, stderr } = await runReeve(['local', '--port', String(port)]);
  server.close();

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    `Port ${port} is in use, perhaps by another console. Take another one: --port ${port + 1}\n`,
  );
});

test('replay says how to start a console where there is none', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const { code, stderr } = await runReeve(['replay', 'package.json', '--port', String(port)]);

  expect(code).toBe(1);
  expect(stderr).toContain(`No console answers at http://127.0.0.1:${port}: start it with "npm start"`);
});
