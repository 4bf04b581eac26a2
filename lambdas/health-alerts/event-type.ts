import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** AWS's four categories in lower case (they are seen in both spellings), or its own word where it is new. */
export function categoryOf(detail: HealthDetail): string {
  return detail.eventTypeCategory?.toLowerCase() || 'unknown';
}

export function isPublic(detail: HealthDetail): boolean {
  return detail.eventScopeCode?.toUpperCase() === 'PUBLIC';
}

export function isAbuse(detail: HealthDetail): boolean {
  return detail.service?.toUpperCase() === 'ABUSE' || (detail.eventTypeCode?.includes('_ABUSE_') ?? false);
}

export function isPlannedLifecycle(detail: HealthDetail): boolean {
  return detail.eventTypeCode?.endsWith('_PLANNED_LIFECYCLE_EVENT') ?? false;
}

/** `OPERATIONS` in events, `OPERATIONAL` in the text that describes them: one word here. */
export function personasOf(detail: HealthDetail): string[] {
  const words = detail.personas.map((persona) => persona.toUpperCase());
  return [...new Set(words.map((word) => (word === 'OPERATIONAL' ? 'OPERATIONS' : word)))].sort();
}

/** `AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED` of EC2 → `EC2: instance retirement scheduled`. */
export function titleOf(detail: HealthDetail): string {
  const service = detail.service || 'AWS Health';
  const words = (detail.eventTypeCode ?? '')
    .replace(/^AWS_/, '')
    .replace(new RegExp(`^${RegExp.escape(service)}_`, 'i'), '')
    .replaceAll('_', ' ')
    .toLowerCase()
    .trim();
  return `${service}: ${words || 'event without a type'}`;
}
