import { Unseen } from '#bin/commands/doctor/unseen.ts';

/** Who asked, where, and what would give the permission. */
export type Asker = { account: string; region: string; as: string; mend: string };

const DENIED = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AccessDeniedForDependencyException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'UnauthorizedException',
  'UnauthorizedOperation',
]);
const THROTTLED = /^(?:Throttl.*|TooManyRequestsException|RequestLimitExceeded|RequestThrottled.*|SlowDown)$/;
/** Also what a Region says that the account has not switched on. */
const NOT_ACCEPTED = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'OptInRequired',
  'UnrecognizedClientException',
]);
const SERVICE_CONTROL_POLICY = /service control policy/;

/** Whether it was refused for want of a permission. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && DENIED.has(error.name);
}

/** An error that stood in the way of a question; undefined for those that are an answer to it. */
export function toUnseen(error: unknown, action: string, asker: Asker): Unseen | undefined {
  if (!(error instanceof Error)) return undefined;
  const { account, region, as, mend } = asker;
  const { name, message } = error;
  const unseen = (text: string, way: string) =>
    new Unseen({ account, region, text, detail: message, mend: way }, { cause: error });

  if (isDenied(error)) {
    const byPolicy = SERVICE_CONTROL_POLICY.test(message);
    return unseen(
      `No permission for ${action} (as ${as})`,
      byPolicy ? `Let ${as} through the service control policy that denies ${action}` : mend,
    );
  }
  if (THROTTLED.test(name)) {
    return unseen(`AWS throttles ${action} (as ${as})`, 'Ask again in some minutes');
  }
  if (NOT_ACCEPTED.has(name)) {
    return unseen(
      `${action} was refused with ${name} (as ${as})`,
      'Sign in again; if others answer, see whether the account has the Region switched on',
    );
  }
  if ('syscall' in error || name === 'TimeoutError') {
    return unseen(`${action} could not be reached`, 'See whether this machine reaches AWS');
  }
  return undefined;
}
