import type { Observed } from '#bin/commands/doctor/finding.ts';

/** Something could not be looked at. It says nothing about how things are there. */
export class Unseen extends Error {
  override name = 'Unseen';
  readonly finding: Observed;

  constructor(finding: Omit<Observed, 'verdict'>, options?: ErrorOptions) {
    super(finding.text, options);
    this.finding = { ...finding, verdict: 'unseen' };
  }
}

/** The finding of a question that failed. What is no answer of AWS is a defect of ours and goes on. */
export function toFinding(error: unknown): Observed {
  if (error instanceof Unseen) return error.finding;
  if (!(error instanceof Error) || !('$metadata' in error)) throw error;
  return { verdict: 'unseen', text: `AWS answered ${error.name}`, detail: error.message };
}
