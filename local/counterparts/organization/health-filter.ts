import { AwsError } from '#local/proxy/aws-call.ts';
import type { HealthApiEvent } from './world.ts';

type Range = { from?: number; to?: number };
type Filter = {
  eventStatusCodes?: string[];
  services?: string[];
  regions?: string[];
  eventArns?: string[];
  /** Of an Organization one range, of an account several. */
  lastUpdatedTime?: Range;
  lastUpdatedTimes?: Range[];
};

const KNOWN = ['eventStatusCodes', 'services', 'regions', 'eventArns', 'lastUpdatedTime', 'lastUpdatedTimes'];

/** Whether an event is what a call asks for; times of the filter are in seconds. */
export function eventFilter(input: Record<string, unknown>): (event: HealthApiEvent) => boolean {
  const filter = (input['filter'] ?? {}) as Filter;
  const unknown = Object.keys(filter).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) throw new AwsError('ValidationException', `${unknown.join()}: not emulated`);
  const { eventStatusCodes, services, regions, eventArns, lastUpdatedTime, lastUpdatedTimes } = filter;
  const ranges = lastUpdatedTimes ?? (lastUpdatedTime ? [lastUpdatedTime] : undefined);
  const isOneOf = (value: string, wanted: string[] | undefined) => wanted?.includes(value) ?? true;
  return (event) =>
    isOneOf(event.statusCode, eventStatusCodes) &&
    isOneOf(event.service, services) &&
    isOneOf(event.region, regions) &&
    isOneOf(event.arn, eventArns) &&
    (ranges?.some(
      ({ from = 0, to = Infinity }) =>
        event.lastUpdatedTime >= from * 1000 && event.lastUpdatedTime <= to * 1000,
    ) ??
      true);
}
