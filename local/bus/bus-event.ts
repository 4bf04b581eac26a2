import { randomUUID } from 'node:crypto';

/** An event as rules and targets see it. */
export type BusEvent = {
  version: string;
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** ISO 8601 without milliseconds, as EventBridge writes it. */
  time: string;
  region: string;
  resources: string[];
  detail: Record<string, unknown>;
};

/** An entry of a PutEvents request. `Time` is in seconds since 1970, as the wire carries it. */
export type PutEventsEntry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  Resources?: string[];
  Time?: number;
  EventBusName?: string;
};

/** Why EventBridge would not take the entry. */
export type EntryError = { ErrorCode: string; ErrorMessage: string };

/** Why EventBridge would refuse the entry, in its own order of checks. */
export function checkEntry(entry: PutEventsEntry): EntryError | undefined {
  for (const field of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[field])
      return invalid(`Parameter ${field} is not valid. Reason: ${field} is a required argument.`);
  }
  if (entry.Source?.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  }
  if (!parseDetail(entry)) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return undefined;
}

/** The event that EventBridge makes of an entry that `checkEntry` lets pass. */
export function toBusEvent(entry: PutEventsEntry, busArn: string, now: number): BusEvent {
  const [, , , region = '', account = ''] = busArn.split(':');
  const at = entry.Time === undefined ? now : entry.Time * 1000;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': entry.DetailType ?? '',
    source: entry.Source ?? '',
    account,
    time: `${new Date(at).toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources ?? [],
    detail: parseDetail(entry) ?? {},
  };
}

function parseDetail({ Detail = '' }: PutEventsEntry): Record<string, unknown> | undefined {
  try {
    const detail: unknown = JSON.parse(Detail);
    const isObject = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
    return isObject ? (detail as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function invalid(ErrorMessage: string): EntryError {
  return { ErrorCode: 'InvalidArgument', ErrorMessage };
}
