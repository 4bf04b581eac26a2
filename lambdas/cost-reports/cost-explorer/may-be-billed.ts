import { CapReachedError } from '#lambdas/cost-reports/cost-explorer/cap-reached-error.ts';

/** Nothing was sent: no address, no connection, no credentials. */
const NEVER_SENT = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const NO_CREDENTIALS = 'CredentialsProviderError';

/**
 * Whether a request that failed may still be on the bill. AWS bills none that it refuses
 * (https://github.com/aws/aws-sdk-java/issues/2065); one that timed out or broke off may have been answered.
 */
export function mayBeBilled(error: unknown): boolean {
  if (error instanceof CapReachedError) return true;
  const { name, code, $metadata } = error as {
    name?: string;
    code?: string;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (status !== undefined) return status < 400 || status >= 500;
  return name !== NO_CREDENTIALS && !NEVER_SENT.has(code ?? '');
}
