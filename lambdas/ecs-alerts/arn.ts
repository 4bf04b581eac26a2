import type { Place } from '#lambdas/ecs-alerts/place.ts';

/** A service by its names, and by the one ARN that all its events agree on. `cluster` is empty where no event tells it. */
export type Service = { cluster: string; name: string; path: string; arn: string };

/** What stands after the last slash: the id of a task, the name of a cluster. */
export function nameOf(arn: string | undefined): string {
  return arn?.slice(arn.lastIndexOf('/') + 1) ?? '';
}

/** `web:42` of the ARN of a task definition. */
export function revisionOf(taskDefinitionArn: string | undefined): string | undefined {
  return /:task-definition\/([^/]+:\d+)$/.exec(taskDefinitionArn ?? '')?.[1];
}

/** The service that a task belongs to: its `group` says `service:web`. Stand-alone tasks have none. */
export function serviceOfGroup(
  group: string | undefined,
  clusterArn: string | undefined,
  place: Place,
): Service | undefined {
  const name = /^service:(.+)$/s.exec(group ?? '')?.[1];
  return name ? serviceOf(nameOf(clusterArn) || 'default', name, place) : undefined;
}

/** Old ARNs of services have no cluster in them; then the event's own is taken, if it has one. */
export function serviceOfArn(
  arns: (string | undefined)[],
  clusterArn: string | undefined,
  place: Place,
): Service | undefined {
  const path = arns.flatMap((arn) => /:service(?:-deployment)?\/(.+)$/s.exec(arn ?? '')?.[1] ?? [])[0];
  if (!path) return undefined;
  const [first = '', second] = path.split('/');
  return second === undefined ? serviceOf(nameOf(clusterArn), first, place) : serviceOf(first, second, place);
}

function serviceOf(cluster: string, name: string, place: Place): Service {
  const { partition, region, account } = place;
  const path = cluster ? `${cluster}/${name}` : name;
  return { cluster, name, path, arn: `arn:${partition}:ecs:${region}:${account}:service/${path}` };
}
