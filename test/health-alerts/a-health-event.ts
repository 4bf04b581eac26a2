import { HealthEvent } from '#lambdas/health-alerts/health-event.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';

type Fields = Record<string, unknown>;

/** An event as it lies on the bus, before anything has read it. */
export type BusEvent = { source: string; 'detail-type': string; detail: unknown } & Fields;

/** An open EC2 issue of one account; fields of `detail` and of the envelope as overridden, `undefined` leaves out. */
export function aHealthEvent(detail: Fields = {}, envelope: Fields = {}): BusEvent {
  const event = {
    version: '0',
    id: '5f0c9a52-9d1e-4a43-8f55-0e6b7a2d9c01',
    'detail-type': 'AWS Health Event',
    source: 'aws.health',
    account: '111122223333',
    time: '2026-03-10T08:05:00Z',
    region: 'eu-central-1',
    resources: ['i-0aa11bb22cc33dd44'],
    detail: {
      eventArn: 'arn:aws:health:eu-central-1::event/EC2/AWS_EC2_API_ISSUE/AWS_EC2_API_ISSUE_REEVE_1',
      service: 'EC2',
      eventTypeCode: 'AWS_EC2_API_ISSUE',
      eventTypeCategory: 'issue',
      eventScopeCode: 'ACCOUNT_SPECIFIC',
      communicationId: 'reeve0a1b2c3d4-1',
      startTime: 'Tue, 10 Mar 2026 07:50:00 GMT',
      lastUpdatedTime: 'Tue, 10 Mar 2026 08:00:00 GMT',
      statusCode: 'open',
      eventRegion: 'eu-central-1',
      eventDescription: [
        { language: 'en_US', latestDescription: 'Calls to EC2 fail more often than usual.' },
      ],
      affectedEntities: [{ entityValue: 'i-0aa11bb22cc33dd44', status: 'IMPAIRED' }],
      affectedAccount: '111122223333',
      page: '1',
      totalPages: '1',
      backupEvent: 'false',
      ...detail,
    },
    ...envelope,
  };
  return JSON.parse(JSON.stringify(event)) as BusEvent;
}

/** What the function makes of an event that a queue hands to it. */
export function asRead(event: unknown): HealthEvent {
  return parseBody(HealthEvent, JSON.stringify(event));
}

/** The event of `aHealthEvent` as the function reads it. */
export function aReadEvent(detail?: Fields, envelope?: Fields): HealthEvent {
  return asRead(aHealthEvent(detail, envelope));
}
