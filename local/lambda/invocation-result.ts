export type InvocationErrorType =
  | 'Unhandled'
  | 'Timeout'
  | 'OutOfMemory'
  | 'InitError'
  | 'Crash'
  | 'Throttled';

export type InvocationFailure = { status: 'error'; errorType: InvocationErrorType; errorMessage: string };

export type InvocationOutcome = { status: 'ok'; payload: unknown } | InvocationFailure;

/** How one invocation ended. `durationMs` is the machine's time and includes a cold start. */
export type InvocationResult = InvocationOutcome & { requestId: string; durationMs: number; cold: boolean };

export function failure(errorType: InvocationErrorType, errorMessage: string): InvocationFailure {
  return { status: 'error', errorType, errorMessage };
}
