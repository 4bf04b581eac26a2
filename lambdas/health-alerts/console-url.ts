import { partitionOf as partitionOfRegion } from '#lambdas/contracts/regions.ts';
import type { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { consoleHost } from '#lambdas/runtime/console-host.ts';

/** Where in AWS something lies: each partition has a console of its own. */
export type Place = { partition: string; region: string };

/** The page of an event in the AWS Health dashboard. */
export function eventUrlOf(event: HealthEvent, isPublic: boolean): string {
  const partition = partitionOf(event);
  const home = partition === 'aws' ? 'https://health.aws.amazon.com' : `https://${consoleHost(partition)}`;
  const page = `${home}/health/home#/${isPublic ? 'status' : 'account/event-log'}`;
  const { eventArn } = event.detail;
  return eventArn ? `${page}?eventID=${encoded(eventArn)}&eventTab=details` : page;
}

/** The page of a resource; only where its id says what it is. */
export function resourceUrlOf(id: string, { partition, region }: Place): string | undefined {
  const host = consoleHost(partition);
  if (/^arn:aws[a-z-]*:[a-z0-9-]+:/.test(id)) return `https://${host}/go/view?arn=${encoded(id)}`;
  if (!/^[a-z]+(-[a-z]+)+-\d+$/.test(region)) return undefined;
  const ec2 = `https://${region}.${host}/ec2/home?region=${region}`;
  if (/^i-[0-9a-f]{8,17}$/.test(id)) return `${ec2}#InstanceDetails:instanceId=${id}`;
  if (/^vol-[0-9a-f]{8,17}$/.test(id)) return `${ec2}#VolumeDetails:volumeId=${id}`;
  return undefined;
}

export function partitionOf({ detail, region }: HealthEvent): string {
  return /^arn:(aws[a-z-]*):/.exec(detail.eventArn ?? '')?.[1] ?? partitionOfRegion(region);
}

/** Half a surrogate pair would be a URIError. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
