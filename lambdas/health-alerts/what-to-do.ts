import { isAbuse, isPlannedLifecycle } from '#lambdas/health-alerts/event-type.ts';
import type { HealthDetail } from '#lambdas/health-alerts/health-event.ts';

/** The first line whose pattern the type code matches. Ours, not AWS's words: short, and an imperative. */
const ADVICE: [RegExp, string][] = [
  [
    /EC2_(PERSISTENT_)?INSTANCE_(RETIREMENT|STOP)_/,
    'Stop and start each instance, or replace it, before the date. Instance-store data is lost on stop.',
  ],
  [
    /EC2_.*(REBOOT|MAINTENANCE)_.*SCHEDULED/,
    'Let it happen, or reboot or replace the instances earlier at a time that suits you.',
  ],
  [
    /EBS_VOLUME_LOST/,
    'Restore the volume from a snapshot and attach it; the data on it cannot be recovered.',
  ],
  [
    /RISK_CREDENTIALS_(EXPOSED|COMPROMISED)|RISK_IAM/,
    'Deactivate the access key now, check CloudTrail for its use, then delete it.',
  ],
  [
    /VPN_REDUNDANCY_LOSS/,
    'Nothing if both tunnels are configured; else configure the second tunnel of the connection.',
  ],
  [/RDS_.*(MAINTENANCE|UPGRADE)/, 'Apply the maintenance in your own window before the date.'],
  [
    /ACM_RENEWAL/,
    'Validate the domain: add the DNS record, or answer the e-mail, before the certificate ends.',
  ],
  [
    /ECS_TASK_PATCHING_RETIREMENT/,
    'Let the service replace its tasks, or force a new deployment before the date.',
  ],
];

/** What a reader should do about an event, where something is to be done. */
export function whatToDo(detail: HealthDetail): string | undefined {
  const advice = ADVICE.find(([pattern]) => pattern.test(detail.eventTypeCode ?? ''))?.[1];
  if (advice) return advice;
  if (isAbuse(detail)) return 'Stop the abuse at its source and answer AWS within 24 hours.';
  if (isPlannedLifecycle(detail)) return 'Move every pending resource before the date.';
  const actionability = detail.actionability?.toUpperCase();
  if (actionability === 'ACTION_REQUIRED') return 'AWS expects you to act: see the text.';
  if (actionability === 'ACTION_MAY_BE_REQUIRED') return 'Check whether this concerns you: see the text.';
  return undefined;
}
