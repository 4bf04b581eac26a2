import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those of several minutes, the longest first: begun last, one would run alone while the other processor rests. */
const LONGEST = ['tags-first-roll-out', 'crash-matrix-sweeps', 'crash-matrix-lifecycle', 'crash-matrix.test'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.includes(name));
      return rank === -1 ? LONGEST.length : rank;
    };
    return others.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

// The long proofs: minutes rather than seconds, so not part of `npm test`. CI runs them too.
export default defineConfig({
  test: {
    include: ['test/proof/**/*.test.ts'],
    globalSetup: ['test/synthesize-once.ts'],
    testTimeout: 1_800_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['verbose'],
    sequence: { sequencer: LongestFirst },
  },
});
