import { Failure, UsageError } from '#bin/commands/command-line/errors.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** What went wrong, in words for the person who called; only what nobody expected shows its stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError || error instanceof Failure) return error.message;
  if (error instanceof PermanentError || error instanceof RetryLaterError) return withFields(error);
  if (error.name === 'CredentialsProviderError') {
    return 'There are no AWS credentials: sign in, and name the profile (AWS_PROFILE=…).';
  }
  if (error.message === 'Region is missing') {
    return 'There is no AWS region: name the one that the hub runs in (AWS_REGION=…).';
  }
  // Before what AWS said: the SDK puts its metadata on every error of a call.
  if ('syscall' in error) return `There is no connection: ${error.message}.`;
  if ('$metadata' in error) return `AWS refused: ${error.name}: ${error.message}`;
  return error.stack ?? error.message;
}

function withFields({ message, fields }: PermanentError | RetryLaterError): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const words = known.map(([name, value]) => `${name} ${[value].flat().map(String).join(', ')}`);
  return words.length > 0 ? `${message} (${words.join('; ')}).` : `${message}.`;
}
