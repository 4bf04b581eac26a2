import type { AffectedEntity } from '@aws-sdk/client-health';
import { PUBLIC_PART } from '#lambdas/contracts/health-alert-key.ts';
import type { Described } from '#lambdas/health-reconcile/health-api.ts';
import type { HealthMessage, MessageEntity } from '#lambdas/health-reconcile/health-message.ts';

/** Ten of them fit into one call of SQS, which takes 1 MiB, and what becomes of one has room for links. */
const MESSAGE_BYTES = 100_000;
/** Beside even the longest description. */
const LEAST_ROOM = 10_000;

export type Copy = {
  arn: string;
  part: string;
  /** The `lastUpdatedTime` that it bears, in milliseconds. */
  updatedAt: number;
  described: Described;
  entities: AffectedEntity[];
  hub: { account: string; region: string };
};

/**
 * A part of an event as EventBridge would send it: one message, or several pages where its resources need
 * them. It goes the way of all events, so that key, words, severity and merging exist once.
 */
export function toHealthMessages({ arn, part, updatedAt, described, entities, hub }: Copy): HealthMessage[] {
  const { event, description } = described;
  const isPublic = part === PUBLIC_PART;
  const sentAt = event.lastUpdatedTime?.getTime() ?? updatedAt;
  const pageOf = (affectedEntities: MessageEntity[], page: number, totalPages: number): HealthMessage => ({
    version: '0',
    source: 'aws.health',
    'detail-type': 'AWS Health Event',
    account: isPublic ? hub.account : part,
    region: hub.region,
    time: new Date(sentAt).toISOString(),
    detail: {
      eventArn: arn,
      service: event.service,
      eventTypeCode: event.eventTypeCode,
      eventTypeCategory: event.eventTypeCategory,
      eventScopeCode: isPublic ? 'PUBLIC' : 'ACCOUNT_SPECIFIC',
      communicationId: `api-${updatedAt / 1000}-${page}`,
      startTime: event.startTime?.toUTCString(),
      endTime: event.endTime?.toUTCString(),
      lastUpdatedTime: new Date(updatedAt).toUTCString(),
      statusCode: event.statusCode,
      eventRegion: event.region,
      eventDescription: [{ language: 'en_US', latestDescription: description }],
      affectedEntities,
      affectedAccount: isPublic ? undefined : part,
      page: String(page),
      totalPages: String(totalPages),
      backupEvent: 'false',
      actionability: event.actionability,
      personas: event.personas,
    },
  });
  const room = Math.max(MESSAGE_BYTES - bytesOf(pageOf([], 1, 1)), LEAST_ROOM);
  const pages = paged(entities.flatMap(toMessageEntity).sort(byValue), room);
  return pages.map((page, index) => pageOf(page, index + 1, pages.length));
}

function toMessageEntity(entity: AffectedEntity): MessageEntity[] {
  const { entityValue, statusCode, entityUrl, lastUpdatedTime, tags } = entity;
  if (!entityValue) return [];
  return [
    { entityValue, status: statusCode, entityUrl, lastUpdatedTime: lastUpdatedTime?.toUTCString(), tags },
  ];
}

/** At least one page, and on each as many entities as there is room for. */
function paged(entities: MessageEntity[], room: number): MessageEntity[][] {
  const pages: MessageEntity[][] = [[]];
  let left = room;
  for (const entity of entities) {
    const bytes = bytesOf(entity) + 1;
    if (bytes > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(entity);
    left -= bytes;
  }
  return pages;
}

function byValue(a: MessageEntity, b: MessageEntity): number {
  return a.entityValue < b.entityValue ? -1 : Number(a.entityValue > b.entityValue);
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
