import { checkOfInstance } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { type EcsAlert, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Instance } from '#lambdas/ecs-alerts/instances/instance.ts';
import type { InstanceHealth } from '#lambdas/ecs-alerts/instances/instance-health.ts';
import { troubleAlert } from '#lambdas/ecs-alerts/instances/trouble-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const BAD = new Set(['IMPAIRED', 'INSUFFICIENT_DATA']);
const FIRST_QUESTION_MINUTES = 15;

/** The alert of an instance that ECS finds impaired; `OK` ends it. Nothing while it is being looked at for the first time. */
export function toHealthAlert(
  { overallStatus, healthChecks, capacityProviderName }: InstanceHealth,
  instance: Instance,
  context: { place: Place; at: number; quietMinutes: number },
): EcsAlert | undefined {
  const status = overallStatus?.toUpperCase() ?? '';
  if (!BAD.has(status) && status !== 'OK') return undefined;
  const isBad = BAD.has(status);
  const failing = healthChecks.filter((check) => BAD.has(check.status?.toUpperCase() ?? ''));
  return {
    ...troubleAlert(instance, 'health', context),
    severity: status === 'IMPAIRED' ? 'error' : 'warning',
    title: `${instance.name}: ${status === 'INSUFFICIENT_DATA' ? 'health is unknown' : 'is impaired'}`,
    summary: [
      ...failing.map(({ type = 'A check', statusReason, status: its = 'unknown' }) =>
        oneLine(`${type} is ${its.toLowerCase()}${statusReason ? `: ${statusReason}` : ''}`, 300),
      ),
      `Cluster ${instance.cluster}${capacityProviderName ? `, capacity provider ${capacityProviderName}` : ''}.`,
    ],
    facts: isBad
      ? [
          {
            label: 'What to do',
            value:
              'Drain and replace the instance, unless a capacity provider does that: on EC2 nothing repairs it.',
          },
        ]
      : [],
    ...(isBad ? {} : { status: 'resolved', quiet: true, entry: '' }),
    resolvesAt: minutesAfter(context.at, FIRST_QUESTION_MINUTES + context.quietMinutes),
    check: checkOfInstance(instance, 'health', context.place, {
      at: context.at,
      fromMinutes: FIRST_QUESTION_MINUTES,
    }),
  };
}
