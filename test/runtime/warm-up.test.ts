import { expect, it } from 'vitest';
import { warmUp } from '#lambdas/runtime/warm-up.ts';
import { logLines } from '#test/runtime/log-lines.ts';

it('makes its call', async () => {
  let calls = 0;
  await warmUp(async () => {
    calls += 1;
  });
  expect(calls).toBe(1);
});

it('a failing call leaves a line in the log and does not fail the function', async () => {
  const lines = logLines();
  await expect(warmUp(() => Promise.reject(new Error('no table')))).resolves.toBeUndefined();
  expect(lines.join('')).toContain('Warm-up failed');
});
