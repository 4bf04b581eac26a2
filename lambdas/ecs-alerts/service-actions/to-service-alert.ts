import { nameOf, type Service } from '#lambdas/ecs-alerts/arn.ts';
import { checkOfService } from '#lambdas/ecs-alerts/checks/check-subject.ts';
import { serviceUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { lackOf, severityOfType, troubleOf } from '#lambdas/ecs-alerts/service-actions/action-words.ts';
import type { ServiceAction } from '#lambdas/ecs-alerts/service-actions/service-action.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

const REASON_LENGTH = 600;

/** The alert of a service action: one for each service and name, counted. None of an action that is no trouble. */
export function toServiceAlert(
  action: ServiceAction,
  service: Service,
  { place, at, quietMinutes }: { place: Place; at: number; quietMinutes: number },
): EcsAlert | undefined {
  const { eventName, eventType, reason, containerInstanceArns } = action;
  const severity = severityOfType(eventType);
  const words = troubleOf(eventName) ?? {
    severity,
    title: oneLine((eventName ?? 'unknown action').toLowerCase().replaceAll('_', ' '), 80),
  };
  if (!troubleOf(eventName) && severity === 'info') return undefined;
  const { advice } = words;
  return {
    kind: 'service',
    identity: [service.arn, eventName ?? ''],
    scope: service.arn,
    severity: words.severity,
    title: `${oneLine(service.name, 80)}: ${words.title}`,
    summary: [
      lackOf(reason),
      reason ? `ECS says: ${oneLine(reason, REASON_LENGTH)}` : '',
      service.cluster ? `Cluster ${service.cluster}.` : '',
    ],
    facts: advice ? [{ label: 'What to do', value: advice }] : [],
    links: [{ label: 'Open the service', url: serviceUrlOf(service, place) }],
    resources: [
      { id: service.path, url: serviceUrlOf(service, place) },
      ...containerInstanceArns.map((arn) => ({ id: `instance ${nameOf(arn)}` })),
    ],
    labels: {
      cluster: service.cluster,
      service: service.name,
      verdict: eventName?.toLowerCase(),
      typeCode: eventName,
    },
    at,
    entry: '',
    occurrence: { id: `${eventName} ${isoTime(at)}`, at: isoTime(at) },
    resolvesAt: minutesAfter(at, quietMinutes),
    check: checkOfService(service, place, at),
    thread: service.arn,
  };
}
