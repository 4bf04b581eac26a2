import { failure, type InvocationOutcome } from './invocation-result.ts';
import type { RuntimeReport } from './runtime-api.ts';

/** How an invocation ended, by what the runtime reported. */
export function toOutcome({ kind, body }: RuntimeReport): InvocationOutcome {
  if (kind === 'response') return { status: 'ok', payload: JSON.parse(body) as unknown };
  const { errorType, errorMessage } = JSON.parse(body) as { errorType: string; errorMessage: string };
  return failure(kind === 'error' ? 'Unhandled' : 'InitError', `${errorType}: ${errorMessage}`);
}
