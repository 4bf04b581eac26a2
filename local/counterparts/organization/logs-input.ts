import { AwsError } from '#local/proxy/aws-call.ts';
import type { LogBounds } from './log-page.ts';

type Input = Record<string, unknown>;

const MOST_EVENTS = 10_000;
const GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/;
/** An ARN of a log group has no `:*` at its end here, as it has in policies. */
const GROUP_IDENTIFIER = /^[\w#+=/:,.@-]{1,2048}$/;
const STREAM_NAME = /^[^:*]{1,512}$/;

export const invalidLogParameter = (message: string) => new AwsError('InvalidParameterException', message);

/** The group's name or ARN, by one of the two fields for it and not by both. */
export function groupIn({ logGroupName, logGroupIdentifier }: Input): string {
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined))
    throw invalidLogParameter('Specify either logGroupName or logGroupIdentifier');
  return logGroupName === undefined
    ? textIn('logGroupIdentifier', logGroupIdentifier, GROUP_IDENTIFIER)
    : textIn('logGroupName', logGroupName, GROUP_NAME);
}

export function streamIn({ logStreamName }: Input): string {
  return textIn('logStreamName', logStreamName, STREAM_NAME);
}

export function boundsIn({ limit = MOST_EVENTS, startTime, endTime }: Input): LogBounds {
  if (!Number.isInteger(limit) || Number(limit) < 1 || Number(limit) > MOST_EVENTS)
    throw invalidLogParameter(`limit must be between 1 and ${MOST_EVENTS}`);
  return {
    limit: Number(limit),
    ...(typeof startTime === 'number' ? { startTime } : {}),
    ...(typeof endTime === 'number' ? { endTime } : {}),
  };
}

function textIn(field: string, value: unknown, pattern: RegExp): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw invalidLogParameter(`${field} must satisfy the pattern ${pattern.source}`);
}
