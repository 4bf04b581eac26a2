import type { ReadState } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
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
]);
/** `InvalidParameterValue`, `InvalidParameterValueException` … */
const INVALID = /^(?:InvalidParameter|ValidationE)/;
const INTERNAL = /^Internal(?:Server|Service)?(?:Error|Failure)/;

/** Why an account could not be read, by the error that said so. */
export function stateOf(error: unknown): Exclude<ReadState, 'ok'> {
  if (error instanceof NoReaderRoleError) return 'no-role';
  const name = nameOf(error);
  if (name === NO_PLAN) return 'no-plan';
  if (REFUSED.has(name)) return 'refused';
  return THROTTLED.has(name) ? 'throttled' : 'failed';
}

/** Whether AWS refuses what it was asked for, and would refuse it again. */
export function isInvalid(error: unknown): boolean {
  return INVALID.test(nameOf(error));
}

/** Trusted Advisor says so now and then of a single check. */
export function isInternal(error: unknown): boolean {
  return INTERNAL.test(nameOf(error));
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
