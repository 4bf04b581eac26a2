import { expect, test } from 'vitest';
import { aFunction } from './a-function.ts';
import { aHost } from './a-host.ts';

const PID_AFTER_A_WHILE = `export const handler = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return process.pid;
}`;

test.each([
  ['four', {}, 4],
  ['its reserved concurrency', { reservedConcurrency: 2 }, 2],
])('A function runs %s at a time, and the others wait in line', async (_, given, cap) => {
  const host = aHost(aFunction(PID_AFTER_A_WHILE, given));
  const results = await Promise.all(Array.from({ length: 10 }, () => host.run()));
  expect(results.every(({ status }) => status === 'ok')).toBe(true);
  expect(results.filter(({ cold }) => cold)).toHaveLength(cap);
  expect(host.sandboxes().map(({ state }) => state)).toEqual(Array(cap).fill('idle'));
});

test('A function without reserved concurrency is switched off', async () => {
  const host = aHost(aFunction(PID_AFTER_A_WHILE, { reservedConcurrency: 0 }));
  expect(await host.run()).toMatchObject({ status: 'error', errorType: 'Throttled' });
  expect(host.sandboxes()).toEqual([]);
});

test('A closed host leaves no process behind and takes no event', async () => {
  const host = aHost(
    aFunction('export const handler = async () => { for (;;); }', { reservedConcurrency: 1 }),
  );
  const running = host.run();
  const waiting = host.run().catch((error: Error) => error.message);
  await expect.poll(() => host.sandboxes().length).toBe(1);
  const pid = host.sandboxes()[0]?.pid ?? 0;
  await host.close();

  expect(await running).toMatchObject({ errorType: 'Crash' });
  expect(await waiting).toBe('The Lambda host is closed');
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect(host.sandboxes()).toEqual([]);
});
