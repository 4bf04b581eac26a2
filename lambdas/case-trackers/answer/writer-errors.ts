import type { Refusal } from '#lambdas/case-trackers/answer/case-writer.ts';
import { NoReaderRoleError, PermanentError } from '#lambdas/runtime/errors.ts';

const REFUSALS: Record<string, Refusal> = {
  CaseIdNotFound: 'no-case',
  // The SDK has no class for it.
  SubscriptionRequiredException: 'no-plan',
  AccessDenied: 'no-role',
  AccessDeniedException: 'no-role',
  UnauthorizedException: 'no-role',
};
/** `InvalidParameterValueException`, `ValidationException`: the same again would be refused again. */
const INVALID = /^(?:InvalidParameter|ValidationE)/;

/** What AWS's error means for good; undefined where it may be done later, or may have been done. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof NoReaderRoleError) return 'no-role';
  if (error instanceof PermanentError) return 'not-taken';
  const name = error instanceof Error ? error.name : '';
  if (Object.hasOwn(REFUSALS, name)) return REFUSALS[name];
  return INVALID.test(name) ? 'not-taken' : undefined;
}
