/** Something that is run in a process of its own; gives one figure. */
export type Contender = { name: string; measure: () => number };

/** What we promise of a figure of ours and of its ratio to the peer's. */
export type Claim = { says: string; holds: (figures: { ratio: number; ours: number }) => boolean };

/** Ours against a peer, or against itself at another size. */
export type Experiment = {
  /** The name of the promise: `X1`. */
  id: string;
  /** What is measured, with its unit. */
  metric: string;
  rounds: number;
  ours: Contender;
  /** `skipped`: why it cannot be run here, which is never a pass. */
  peer: Contender | { name: string; skipped: string };
  must: Claim;
  aim: Claim;
  /** What a reader must know of it; said once beneath the table. */
  remark?: string;
};

/** The figures of both, round by round. */
export type Outcome = { experiment: Experiment; ours: number[]; peer: number[] };

/** `≥ 5×`: so many times the peer's figure. */
export function times(factor: number): Claim {
  return { says: `≥ ${factor}×`, holds: ({ ratio }) => ratio >= factor };
}
