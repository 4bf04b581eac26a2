import { defineConfig } from 'vitest/config';

// The long proofs: minutes rather than seconds, so not part of `npm test`. CI runs them too.
export default defineConfig({
  test: {
    include: ['test/proof/**/*.test.ts'],
    globalSetup: ['test/synthesize-once.ts'],
    testTimeout: 1_800_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['verbose'],
  },
});
