/** The command line was used wrongly: exit code 2. The message says what to write instead. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What was asked for did not succeed: exit code 1. The message is for the person who asked. */
export class Failure extends Error {
  override name = 'Failure';
}
