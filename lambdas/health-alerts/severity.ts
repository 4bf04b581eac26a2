import { SEVERITIES, type Severity } from '#lambdas/contracts/observation.ts';
import { categoryOf, isAbuse, isPublic, personasOf } from '#lambdas/health-alerts/event-type.ts';
import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

const BY_CATEGORY: Record<string, Severity> = {
  issue: 'error',
  investigation: 'warning',
  scheduledchange: 'warning',
  accountnotification: 'info',
};
const UNKNOWN_CATEGORY: Severity = 'warning';

/**
 * How much an event matters. The first that fits:
 * closed → info · abuse, or an account's own issue for security people → critical ·
 * else by category (issue error, investigation and scheduled change warning, notification info, unknown
 * warning), one step milder for a public issue, one step worse for ACTION_REQUIRED, one milder for
 * INFORMATIONAL.
 */
export function severityOf(detail: HealthDetail, closed: boolean): Severity {
  if (closed) return 'info';
  const issue = categoryOf(detail) === 'issue';
  if (isAbuse(detail)) return 'critical';
  if (issue && !isPublic(detail) && isForSecurity(detail)) return 'critical';
  const steps = (issue && isPublic(detail) ? 1 : 0) + stepsOfActionability(detail);
  return stepped(BY_CATEGORY[categoryOf(detail)] ?? UNKNOWN_CATEGORY, steps);
}

function isForSecurity(detail: HealthDetail): boolean {
  return personasOf(detail).includes('SECURITY') || detail.service?.toUpperCase() === 'RISK';
}

function stepsOfActionability(detail: HealthDetail): number {
  const actionability = detail.actionability?.toUpperCase();
  if (actionability === 'ACTION_REQUIRED') return -1;
  return actionability === 'INFORMATIONAL' ? 1 : 0;
}

function stepped(severity: Severity, steps: number): Severity {
  const index = Math.min(Math.max(SEVERITIES.indexOf(severity) + steps, 0), SEVERITIES.length - 1);
  return SEVERITIES[index] ?? severity;
}
