/** Can never succeed: the message goes to the dead letters at once, what follows it goes on. */
export class PermanentError extends Error {
  override name = 'PermanentError';
  readonly fields: Record<string, unknown>;

  constructor(message: string, options: ErrorOptions & { fields?: Record<string, unknown> } = {}) {
    super(message, options);
    this.fields = options.fields ?? {};
  }
}

/** May succeed later: an outage or a rate limit, after `afterSeconds` where the other side named a time. */
export class RetryLaterError extends Error {
  override name = 'RetryLaterError';
  readonly afterSeconds: number | undefined;
  readonly fields: Record<string, unknown>;

  constructor(
    message: string,
    options: ErrorOptions & { afterSeconds?: number; fields?: Record<string, unknown> } = {},
  ) {
    super(message, options);
    this.afterSeconds = options.afterSeconds;
    this.fields = options.fields ?? {};
  }
}

/** Another is at the same thing: no sign that anything is wrong. */
export class BusyError extends RetryLaterError {
  override name = 'BusyError';
}

/** The account has not the role by which it lets itself be read, or not for this hub. */
export class NoReaderRoleError extends PermanentError {
  override name = 'NoReaderRoleError';
}
