import { expect, it } from 'vitest';
import { secretStore } from '#lambdas/runtime/secret-store.ts';

it('reads a secret once in five minutes, then anew', async () => {
  let time = 0;
  const read: string[] = [];
  const secretOf = secretStore(
    async (name) => {
      read.push(name);
      return `${name} ${read.length}`;
    },
    () => new Date(time),
  );
  expect(await secretOf('/ops')).toBe('/ops 1');
  time = 299_999;
  expect(await secretOf('/ops')).toBe('/ops 1');
  expect(await secretOf('/audit')).toBe('/audit 2');
  time = 300_000;
  expect(await secretOf('/ops')).toBe('/ops 3');
});

it('does not keep a failure', async () => {
  const answers = [() => Promise.reject(new Error('no network')), async () => 'secret'];
  const secretOf = secretStore(
    () => (answers.shift() as () => Promise<string>)(),
    () => new Date(0),
  );
  await expect(secretOf('/ops')).rejects.toThrow('no network');
  expect(await secretOf('/ops')).toBe('secret');
});
