import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { readEnvironment } from '#lambdas/runtime/read-environment.ts';

const Environment = z.object({ PARCELS_URL: z.url(), DEPOT: z.string() });

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the environment is what the schema names, and no more', () => {
  vi.stubEnv('PARCELS_URL', 'https://parcels.example');
  vi.stubEnv('DEPOT', 'north');
  expect(readEnvironment(Environment)).toEqual({ PARCELS_URL: 'https://parcels.example', DEPOT: 'north' });
});

test('every bad variable is named at once, and no value is shown', () => {
  vi.stubEnv('PARCELS_URL', 'no address but a secret');
  vi.stubEnv('DEPOT', undefined);
  expect(() => readEnvironment(Environment)).toThrow(
    new Error('Environment variables missing or malformed: PARCELS_URL, DEPOT'),
  );
});
