import type { Observed } from '#bin/commands/doctor/finding.ts';

export const verdicts = (findings: Observed[]) => findings.map(({ verdict }) => verdict);
export const verdict = (findings: Observed[]) => findings[0]?.verdict;
