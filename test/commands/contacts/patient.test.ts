import { expect, test } from 'vitest';
import { PATIENT } from '#bin/commands/contacts/patient.ts';

const { retryStrategy } = PATIENT;
const again = async (times: number, errorType: 'THROTTLING' | 'CLIENT_ERROR') => {
  let token = await retryStrategy.acquireInitialRetryToken('account');
  const delays = [];
  for (let count = 0; count < times; count += 1) {
    token = await retryStrategy.refreshRetryTokenForRetry(token, { errorType });
    delays.push(token.getRetryDelay());
  }
  return delays;
};

test('what is throttled is asked again for minutes, less and less often, and then no more', async () => {
  const delays = await again(30, 'THROTTLING');

  expect(delays[0]).toBeLessThanOrEqual(200);
  expect(delays.every((delay) => delay > 0 && delay <= 5000)).toBe(true);
  expect(delays.reduce((sum, delay) => sum + delay)).toBeGreaterThan(60_000);
  await expect(again(31, 'THROTTLING')).rejects.toThrow('Not to be tried again');
});

test('what is refused for good is not asked again', async () => {
  await expect(again(1, 'CLIENT_ERROR')).rejects.toThrow('Not to be tried again');
});
