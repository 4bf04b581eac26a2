import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import { clusterUrlOf } from '#lambdas/ecs-alerts/console-url.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { severityOfType, troubleOf } from '#lambdas/ecs-alerts/service-actions/action-words.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

/** What of a detail may be shown whatever the type is: names and states, never values that people gave to tasks. */
const SHOWN = ['eventName', 'status', 'lastStatus', 'overallStatus', 'reason', 'stopCode', 'stoppedReason'];

/** A plain alert of an event whose type, or whose subject, Reeve does not know: AWS announces more of them. */
export function toUnknownAlert(
  event: EcsEvent,
  { place, at, quietMinutes }: { place: Place; at: number; quietMinutes: number },
): EcsAlert {
  const type = oneLine(event['detail-type'], 80);
  const texts = SHOWN.flatMap((name) => {
    const value = event.detail[name];
    return typeof value === 'string' ? [`${name}: ${oneLine(value, 300)}`] : [];
  });
  const [resource] = event.resources;
  const cluster = nameOf(textOf(event.detail['clusterArn']));
  return {
    kind: 'unknown',
    identity: [place.account, place.region, type, resource ?? ''],
    scope: resource ?? `${place.account}/${place.region}/${type}`,
    severity:
      troubleOf(textOf(event.detail['eventName']))?.severity ??
      severityOfType(textOf(event.detail['eventType'])),
    title: type,
    summary: ['Reeve cannot make more of this event: it is told as it came.', ...texts],
    facts: [],
    links: cluster ? [{ label: 'Open the cluster', url: clusterUrlOf(cluster, place) }] : [],
    resources: event.resources.map((id) => ({ id })),
    labels: {
      typeCode: type,
      verdict: 'unknown',
      cluster,
    },
    at,
    entry: '',
    occurrence: { id: `${event.id ?? ''} ${isoTime(at)}`, at: isoTime(at) },
    resolvesAt: minutesAfter(at, quietMinutes),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
