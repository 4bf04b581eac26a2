import type { HealthApiEvent } from './world.ts';

/** An event without its words, as lists have it; times in seconds. */
export function toSummary(event: HealthApiEvent) {
  const { arn, service, eventTypeCode, eventTypeCategory, eventScopeCode, region, statusCode } = event;
  const { startTime, endTime, lastUpdatedTime, actionability, personas } = event;
  return {
    arn,
    service,
    eventTypeCode,
    eventTypeCategory,
    eventScopeCode,
    region,
    startTime: startTime / 1000,
    ...(endTime === undefined ? {} : { endTime: endTime / 1000 }),
    lastUpdatedTime: lastUpdatedTime / 1000,
    statusCode,
    ...(actionability ? { actionability } : {}),
    ...(personas ? { personas } : {}),
  };
}

/** What is told of an event to everybody, or to one account. */
export function toDetails(event: HealthApiEvent, account?: string) {
  const own = event.details?.[account ?? ''] ?? {};
  const { description = event.description, lastUpdatedTime = event.lastUpdatedTime } = own;
  return {
    event: toSummary({ ...event, lastUpdatedTime }),
    eventDescription: { latestDescription: description },
  };
}

export function toEntities(event: HealthApiEvent, account: string) {
  return (event.affected[account] ?? []).map(({ value, status, url }, index) => ({
    entityArn: `arn:aws:health:${event.region}:${account}:entity/${index}`,
    eventArn: event.arn,
    entityValue: value,
    awsAccountId: account,
    lastUpdatedTime: event.lastUpdatedTime / 1000,
    statusCode: status,
    ...(url ? { entityUrl: url } : {}),
  }));
}
