import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { type MemberReader, memberCredentials } from '#lambdas/runtime/member-credentials.ts';

/** STS says the same of a role that is not there and of one that does not trust. */
const NOT_ASSUMED = new Set(['AccessDenied', 'AccessDeniedException']);

/** A session of an account's reader role; fails with `NoReaderRoleError` where that does not let itself be assumed. */
export async function readerSession(place: Parameters<typeof memberCredentials>[0], reader: MemberReader) {
  try {
    return await memberCredentials(place, reader)();
  } catch (error) {
    if (!(error instanceof Error) || !NOT_ASSUMED.has(error.name)) throw error;
    throw new NoReaderRoleError('The account has no role for this hub', { cause: error });
  }
}
