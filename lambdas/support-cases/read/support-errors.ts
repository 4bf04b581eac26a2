import type { CaseReadState } from '#lambdas/contracts/support/account-reading.ts';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';

/** The SDK has no class for it. */
const NO_PLAN = 'SubscriptionRequiredException';
const REFUSED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedException']);
const THROTTLED = new Set([
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'DescribeAttachmentLimitExceeded',
]);
/** `InvalidParameterValueException`, `ValidationException` … */
const INVALID = /^(?:InvalidParameter|ValidationE)/;
/** Of the network, by Node's codes, and of the SDK's own clock. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Why an account's cases could not be read, by the error that said so. */
export function stateOf(error: unknown): Exclude<CaseReadState, 'ok'> {
  if (error instanceof NoReaderRoleError) return 'no-role';
  const name = nameOf(error);
  if (name === NO_PLAN) return 'no-plan';
  if (THROTTLED.has(name) || statusOf(error) === 429) return 'throttled';
  return REFUSED.has(name) ? 'refused' : 'failed';
}

/** Whether it was no answer, or the service's own trouble: another Region may do better. */
export function isOutage(error: unknown): boolean {
  if (stateOf(error) !== 'failed') return false;
  return statusOf(error) >= 500 || nameOf(error) === 'TimeoutError' || UNREACHABLE.has(codeOf(error));
}

/** Whether the service has no address where it was looked for. */
export function isUnknownHost(error: unknown): boolean {
  return codeOf(error) === 'ENOTFOUND';
}

/** Whether AWS knows no such case, or knows it no more: what it says of very old ones is written nowhere. */
export function isUnknownCase(error: unknown): boolean {
  return nameOf(error) === 'CaseIdNotFound' || INVALID.test(nameOf(error));
}

export function isUnknownAttachment(error: unknown): boolean {
  return nameOf(error) === 'AttachmentIdNotFound';
}

/** Of an answer of AWS; 0 where there was none. */
export function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('$metadata' in error)) return 0;
  const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
  return httpStatusCode ?? 0;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
