import type { AccountState } from '#lambdas/support-cases/measure/support-summary.ts';

const DOCTOR = 'npm run reeve -- doctor tells what is missing.';

/** Why the cases of an account are not known, after a colon, and the way out. */
export const ACCOUNT_STATE_WORDS: Record<Exclude<AccountState, 'ok'>, { why: string; wayOut: string }> = {
  'no-plan': {
    why: 'no support plan with the Support API',
    wayOut: 'Buy Business Support+ or better for it, or look at its cases in the AWS console.',
  },
  'no-role': {
    why: 'no role of Reeve that it could be read with',
    wayOut: `Roll the member stack out to the account. ${DOCTOR}`,
  },
  refused: {
    why: 'a policy forbids the reading',
    wayOut: `Look for a service control policy, or a member stack of an older version. ${DOCTOR}`,
  },
  throttled: { why: 'too many requests', wayOut: 'Nothing: the next run tries again.' },
  failed: { why: 'the reading ended in an error', wayOut: 'The log of support-cases names the error.' },
  'not-tried': { why: 'no run has had time for it yet', wayOut: 'Nothing: one of the next runs reads it.' },
};
