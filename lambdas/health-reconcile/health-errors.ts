import { PermanentError } from '#lambdas/runtime/errors.ts';

const NO_PLAN = 'SubscriptionRequiredException';
const REFUSALS = new Set(['AccessDeniedException', 'AccessDenied']);

/** The support plan of the account does not have the Health API. */
export class NotSubscribedError extends Error {
  override name = 'NotSubscribedError';
  readonly reason = NO_PLAN;
}

/**
 * Makes a call of the Health API and tells apart what a plan lacks and what a role lacks: the first switches
 * the capability off, the second is somebody's mistake and names the action.
 */
export async function asking<Answer>(operation: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === NO_PLAN)
      throw new NotSubscribedError('The support plan has no Health API', { cause: error });
    if (!REFUSALS.has(name)) throw error;
    const fields = { action: `health:${operation}` };
    throw new PermanentError('Health API refuses this account or role', { fields, cause: error });
  }
}
