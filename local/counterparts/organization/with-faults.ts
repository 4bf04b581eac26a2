import { type AwsAnswer, type AwsBackend, type AwsCall, AwsError } from '#local/proxy/aws-call.ts';
import type { Faults } from './faults.ts';
import { iamPrefix } from './iam-prefix.ts';
import { queryRefusal } from './query-protocol.ts';
import { restOperation } from './rest-operation.ts';

const DENIED: Record<string, string> = { sns: 'AuthorizationError' };

/** Backends that meet the faults before they serve a call. */
export function withFaults(backends: Record<string, AwsBackend>, faults: Faults): Record<string, AwsBackend> {
  return Object.fromEntries(
    Object.entries(backends).map(([service, backend]) => [
      service,
      (call: AwsCall) => {
        const error = faults.take(`${iamPrefix(service)}:${restOperation(call.operation)}`, call);
        return error ? Promise.resolve(refusal(error, call)) : backend(call);
      },
    ]),
  );
}

/** In the protocol of the call. */
function refusal(error: AwsError, { headers, service }: AwsCall): AwsAnswer {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    // They have words of their own for this one.
    const code = error.code === 'AccessDeniedException' ? (DENIED[service] ?? 'AccessDenied') : error.code;
    return queryRefusal(new AwsError(code, error.message, error.status));
  }
  return {
    status: error.status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': error.code },
    body: JSON.stringify({ __type: error.code, message: error.message }),
  };
}
