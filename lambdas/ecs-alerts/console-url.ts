import { nameOf, type Service } from '#lambdas/ecs-alerts/arn.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

/** A log stream of CloudWatch. */
export type LogStream = { group: string; stream: string; region: string };

export function clusterUrlOf(cluster: string, place: Place): string {
  return page(place, 'ecs/v2', `clusters/${encoded(cluster)}/services`);
}

export function serviceUrlOf({ cluster, name }: Service, place: Place): string {
  if (cluster === '') return page(place, 'ecs/v2', 'clusters');
  return page(place, 'ecs/v2', `clusters/${encoded(cluster)}/services/${encoded(name)}/health`);
}

export function deploymentsUrlOf({ cluster, name }: Service, place: Place): string {
  if (cluster === '') return page(place, 'ecs/v2', 'clusters');
  return page(place, 'ecs/v2', `clusters/${encoded(cluster)}/services/${encoded(name)}/deployments`);
}

export function taskUrlOf(taskArn: string, cluster: string, place: Place): string {
  return page(
    place,
    'ecs/v2',
    `clusters/${encoded(cluster)}/tasks/${encoded(nameOf(taskArn))}/configuration`,
  );
}

export function instanceUrlOf(instanceArn: string, cluster: string, place: Place): string {
  const id = encoded(nameOf(instanceArn));
  return page(place, 'ecs/v2', `clusters/${encoded(cluster)}/infrastructure/container-instances/${id}`);
}

/** Events of AWS Health that tell of Fargate's retirements. */
export function healthUrlOf(place: Place): string {
  const host = place.partition === 'aws' ? 'health.aws.amazon.com' : consoleHost(place.partition);
  return `https://${host}/health/home#/account/dashboard/scheduled-changes`;
}

/** The console of CloudWatch reads names that are encoded twice, with `$` for the outer percent sign. */
export function logUrlOf({ group, stream, region }: LogStream, place: Place): string {
  const path = `log-groups/log-group/${dollars(group)}/log-events/${dollars(stream)}`;
  return `https://${region}.${consoleHost(place.partition)}/cloudwatch/home?region=${region}#logsV2:${path}`;
}

function page(place: Place, service: string, path: string): string {
  const { region } = place;
  return `https://${region}.${consoleHost(place.partition)}/${service}/${path}?region=${region}`;
}

function dollars(text: string): string {
  return encodeURIComponent(encoded(text)).replaceAll('%', '$');
}

/** Half a surrogate pair would be a URIError. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
