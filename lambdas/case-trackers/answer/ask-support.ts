import { refusalOf } from '#lambdas/case-trackers/answer/writer-errors.ts';
import { PermanentError, RetryLaterError } from '#lambdas/runtime/errors.ts';

/** A refusal as it is, and the rest as what may be done later: nobody needs its text, which may quote what was sent. */
export async function askSupport<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (refusalOf(error) || error instanceof PermanentError) throw error;
    const { name } = error as Error;
    throw new RetryLaterError('AWS Support gave no answer', { fields: { error: name } });
  }
}
