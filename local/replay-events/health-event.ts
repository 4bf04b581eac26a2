import { randomUUID } from 'node:crypto';
import type { BusEvent } from '#local/bus/bus-event.ts';
import type { Telling } from './story.ts';

/** The account that the sample settings deploy the hub to. */
export const HUB = '222233334444';
export const PAYMENTS_PROD = '111122223333';
export const SHOP_DEV = '444455556666';

const MINUTE = 60_000;

export type HealthEventWords = {
  service: string;
  /** `EC2_OPERATIONAL_ISSUE` */
  code: string;
  category: string;
  text: string;
  account?: string;
  /** Where it hurts. */
  region?: string;
  /** Where it is delivered: the same unless it is a backup copy. */
  deliveredIn?: string;
  startsAt?: number;
  /** Fields of `detail` beyond the usual ones, or in their place. */
  detail?: Record<string, unknown>;
  detailType?: 'AWS Health Event' | 'AWS Health Abuse Event';
};

/** An AWS Health event of a telling, in the form that EventBridge delivers. */
export function healthEvent(telling: Telling, words: HealthEventWords): BusEvent {
  const { service, code, category, text, account = PAYMENTS_PROD, region = 'eu-central-1' } = words;
  const { startsAt = telling.startedAt - 10 * MINUTE, deliveredIn = region } = words;
  const typeCode = `AWS_${code}`;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': words.detailType ?? 'AWS Health Event',
    source: 'aws.health',
    account,
    time: isoSeconds(telling.now),
    region: deliveredIn,
    resources: [],
    detail: {
      eventArn: `arn:aws:health:${region}::event/${service}/${typeCode}/${typeCode}_${telling.id}`,
      service,
      eventTypeCode: typeCode,
      eventTypeCategory: category,
      eventScopeCode: 'ACCOUNT_SPECIFIC',
      communicationId: `${telling.id}${Math.floor(telling.now / 1000)}-1`,
      startTime: healthTime(startsAt),
      lastUpdatedTime: healthTime(telling.now),
      statusCode: 'open',
      eventRegion: region,
      eventDescription: [{ language: 'en_US', latestDescription: text }],
      affectedEntities: [],
      affectedAccount: account,
      page: '1',
      totalPages: '1',
      backupEvent: 'false',
      ...words.detail,
    },
  };
}

/** An entity as Health lists it. */
export function entity(entityValue: string, status: string, at: number): Record<string, string> {
  return { entityValue, status, lastUpdatedTime: healthTime(at) };
}

/** Health's own form of a moment: `Fri, 3 Jun 2022 05:01:10 GMT`. */
export function healthTime(at: number): string {
  return new Date(at).toUTCString();
}

function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
