import type { Verdict } from '#bin/commands/doctor/finding.ts';

export type Counts = Record<Verdict, number>;

export function countVerdicts(findings: { verdict: Verdict }[]): Counts {
  const counts: Counts = { ok: 0, warning: 0, failed: 0, unseen: 0, skipped: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

/** A green answer means that all was seen: what could not be looked at is no better than a failure. */
export function isWell({ failed, unseen }: Counts): boolean {
  return failed === 0 && unseen === 0;
}

export function describeCounts({ ok, warning, failed, unseen, skipped }: Counts): string {
  const warnings = `${warning} ${warning === 1 ? 'warning' : 'warnings'}`;
  return `${ok} ok, ${warnings}, ${failed} failed, ${unseen} not seen, ${skipped} skipped`;
}
