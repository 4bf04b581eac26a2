import type { DayState } from '#lambdas/trusted-advisor-sweep/publish/day-state.ts';

const DOCTOR = 'npm run reeve -- doctor tells what is missing.';

type Words = {
  /** The reason, after a colon. */
  why: string;
  /** In a count, after the number: `2 without plan`. */
  short: string;
  wayOut?: string;
};

/** What people are told of an account by how its reading went. */
export const STANDING_WORDS: Record<DayState, Words> = {
  ok: { why: 'it was read', short: 'read' },
  'no-plan': {
    why: 'no support plan with the API of Trusted Advisor',
    short: 'without plan',
    wayOut:
      'AWS Support sells one: Business Support+, Enterprise Support or Unified Operations, for each account.',
  },
  'no-role': {
    why: 'no role of Reeve that it could be read with',
    short: 'without role',
    wayOut: `The member stack brings the role: roll it out to the account. ${DOCTOR}`,
  },
  refused: {
    why: 'it may not be read',
    short: 'refused',
    wayOut: `A policy of the account or its Organization forbids it, or its member stack is old. ${DOCTOR}`,
  },
  skipped: { why: 'no run of the day had time for it', short: 'skipped' },
  throttled: { why: 'too many requests; the next run tries again', short: 'throttled' },
  failed: {
    why: 'reading it ended in an error',
    short: 'failed',
    wayOut: `The log of trusted-advisor-sweep names the error. ${DOCTOR}`,
  },
};
