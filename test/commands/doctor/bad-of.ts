import type { Finding } from '#bin/commands/doctor/finding.ts';

/** The findings that ask people for something. */
export function badOf(findings: Finding[]): Finding[] {
  return findings.filter(({ verdict }) => verdict !== 'ok' && verdict !== 'skipped');
}
