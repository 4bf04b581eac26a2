import { nameOf } from '#lambdas/ecs-alerts/arn.ts';
import { type EcsAlert, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { EcsEvent } from '#lambdas/ecs-alerts/ecs-event.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { severityOfType } from '#lambdas/ecs-alerts/service-actions/action-words.ts';
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
  const eventType = event.detail['eventType'];
  const [resource] = event.resources;
  const clusterArn = event.detail['clusterArn'];
  return {
    kind: 'unknown',
    identity: [place.account, place.region, type, resource ?? ''],
    scope: resource ?? `${place.account}/${place.region}/${type}`,
    severity: severityOfType(typeof eventType === 'string' ? eventType : undefined),
    title: type,
    summary: ['Reeve does not know this kind of event yet.', ...texts],
    facts: [],
    links: [],
    resources: event.resources.map((id) => ({ id })),
    labels: {
      typeCode: type,
      verdict: 'unknown',
      cluster: typeof clusterArn === 'string' ? nameOf(clusterArn) : undefined,
    },
    at,
    entry: '',
    occurrence: { id: `${event.id ?? ''} ${isoTime(at)}`, at: isoTime(at) },
    resolvesAt: minutesAfter(at, quietMinutes),
  };
}
