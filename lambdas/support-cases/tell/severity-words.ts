import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import { plainText } from '#lambdas/support-cases/tell/plain-text.ts';

/** The names of https://docs.aws.amazon.com/awssupport/latest/user/case-management.html, by the codes of the API. */
const KNOWN = new Map<string, { name: string; severity: Severity }>([
  ['low', { name: 'general guidance', severity: 'info' }],
  ['normal', { name: 'system impaired', severity: 'warning' }],
  ['high', { name: 'production system impaired', severity: 'error' }],
  ['urgent', { name: 'production system down', severity: 'error' }],
  ['critical', { name: 'business-critical system down', severity: 'critical' }],
]);

/** What people call a severity; one that AWS makes up tomorrow by its code. */
export function severityName(code: string): string {
  return KNOWN.get(code)?.name ?? (plainText(code, 60) || 'unknown');
}

/** How loud a case is told. One that waits for us is never told mildly, whatever it was opened as. */
export function toldSeverity(code: string, isOurTurn: boolean): Severity {
  const severity = KNOWN.get(code)?.severity ?? 'warning';
  const isMild = SEVERITIES.indexOf(severity) > SEVERITIES.indexOf('warning');
  return isOurTurn && isMild ? 'warning' : severity;
}
