import type { EcsAlert } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Instance } from '#lambdas/ecs-alerts/instances/instance.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';

/** What all alerts of an instance have alike; `kind` is its trouble. */
export function troubleAlert(instance: Instance, kind: string, { at }: { place: Place; at: number }) {
  const { arn, cluster, name, url } = instance;
  return {
    kind,
    identity: [arn],
    scope: arn,
    links: [{ label: 'Open the instance', url }],
    resources: [{ id: `${cluster}/${name}`, url }],
    labels: { cluster, instance: name, verdict: kind },
    at,
    thread: arn,
  } satisfies Partial<EcsAlert>;
}
