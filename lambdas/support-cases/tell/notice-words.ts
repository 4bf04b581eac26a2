import type { NoticeState } from '#lambdas/support-cases/tell/notice-memory.ts';

type Words = { title: string; why: string; wayOut: string };

/** Why cases of some accounts are not seen, and what to do about it. `title` is followed by how many accounts. */
export const NOTICE_WORDS: Record<NoticeState, Words> = {
  'no-plan': {
    title: 'Support cases cannot be read without a plan',
    why: 'AWS lets nobody read cases by its API without a support plan that has it.',
    wayOut: 'Buy Business Support+ or better for them, or look at their cases in the AWS console.',
  },
  'no-role': {
    title: 'Support cases cannot be read without the reader role',
    why: 'The role by which Reeve reads is missing, or does not trust it.',
    wayOut: 'Deploy the member part there; the doctor says what is missing.',
  },
  refused: {
    title: 'Support cases may not be read',
    why: 'The reader role is there, but a policy refuses it the API of AWS Support.',
    wayOut: 'Look for a service control policy, or a member part of an older version.',
  },
  throttled: {
    title: 'Support cases were not read for a day, AWS is busy',
    why: 'AWS has refused too many requests for longer than a day.',
    wayOut:
      'Find out what else calls AWS Support in them, or read less often: settings, support.everyMinutes.',
  },
  failed: {
    title: 'Support cases could not be read',
    why: 'Reading failed for a reason that Reeve does not know.',
    wayOut: 'Read the log of support-cases; the runbook says where. It is tried again with each sweep.',
  },
};
