import type { Event } from '@aws-sdk/client-health';
import type { HealthApiEvent } from '#local/counterparts/organization/world.ts';

export const ARN = 'arn:aws:health:eu-west-1::event/EC2/AWS_EC2_API_ISSUE/AWS_EC2_API_ISSUE_REEVE_7';
export const UPDATED = Date.parse('2026-11-21T08:00:00Z');

/** An open EC2 issue as the API lists it. */
export function anApiEvent(over: Partial<Event> = {}): Event {
  return {
    arn: ARN,
    service: 'EC2',
    eventTypeCode: 'AWS_EC2_API_ISSUE',
    eventTypeCategory: 'issue',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    region: 'eu-west-1',
    startTime: new Date('2026-11-21T07:50:00Z'),
    lastUpdatedTime: new Date(UPDATED),
    statusCode: 'open',
    ...over,
  };
}

/** The same event in the counterpart's world, with one affected account. */
export function aWorldEvent(over: Partial<HealthApiEvent> = {}): HealthApiEvent {
  return {
    arn: ARN,
    service: 'EC2',
    eventTypeCode: 'AWS_EC2_API_ISSUE',
    eventTypeCategory: 'issue',
    eventScopeCode: 'ACCOUNT_SPECIFIC',
    region: 'eu-west-1',
    startTime: Date.parse('2026-11-21T07:50:00Z'),
    lastUpdatedTime: UPDATED,
    statusCode: 'open',
    description: 'Calls to EC2 fail more often than usual.',
    affected: { '111122223333': [{ value: 'i-0aa11bb22cc33dd44', status: 'IMPAIRED' }] },
    ...over,
  };
}
