import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** The tracker wants nobody to ask for `afterSeconds`: nothing was done. */
export class LimitedError extends RetryLaterError {
  override name = 'LimitedError';
}

/** People deleted the item. */
export class ItemGoneError extends PermanentError {
  override name = 'ItemGoneError';
}
