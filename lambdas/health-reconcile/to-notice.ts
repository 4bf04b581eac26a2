import { toDigestObservation } from '#lambdas/contracts/digest.ts';
import type { Observation } from '#lambdas/contracts/observation.ts';

/** Says once that there is no daily comparison, that no alert depends on it, and what would change that. */
export function toNotice(account: string, now: Date): Observation {
  const key = `health/no-api/${now.toISOString().slice(0, 10)}`;
  return toDigestObservation({
    key,
    source: 'health',
    orderedBy: [['time', now.getTime()]],
    severity: 'info',
    title: 'AWS Health: no daily comparison with the Health API',
    summary: [
      `The support plan of account ${account} does not include the AWS Health API.`,
      'Alerts do not need it: AWS sends its events without it. Only what got lost on the way stays unknown, and there is no digest of what began before Reeve.',
      'With Business Support+, Enterprise Support or Unified Operations it begins by itself, within a day.',
    ].join('\n'),
    links: [
      { label: 'Who may use the API', url: 'https://docs.aws.amazon.com/health/latest/ug/health-api.html' },
    ],
    actions: [
      {
        id: 'stop',
        label: 'Stop asking',
        command: 'health: { reconcile: false } in reeve.config.ts, then deploy',
      },
    ],
  });
}
