import { PermanentError } from '#lambdas/runtime/errors.ts';

/** The account does not let itself be asked: it has no reader role, or one that may not do this. */
export class NotAllowedError extends PermanentError {
  override name = 'NotAllowedError';
}
