export type Tally = {
  passed: (what: string) => void;
  failed: (what: string) => void;
  /** A counterpart could not be fetched: in CI that is a failure, on a laptop without a network it is not. */
  missing: (counterpart: string, what: string) => void;
  /** Prints the counts; gives the exit code. */
  close: () => number;
};

/** Prints a line for each thing that was checked, and counts them. */
export function createTally(print: (line: string) => void = console.log): Tally {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const count = (kind: keyof typeof counts, what: string) => {
    counts[kind] += 1;
    print(`${kind}: ${what}`);
  };

  return {
    passed: (what) => count('passed', what),
    failed: (what) => count('failed', what),
    missing: (counterpart, what) =>
      count(process.env['CI'] === 'true' ? 'failed' : 'skipped', `no ${counterpart} (${what})`),
    close: () => {
      const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
      print(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
      return counts.failed > 0 ? 1 : 0;
    },
  };
}
