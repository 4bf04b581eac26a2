import type { AccountReading, CaseReadState } from '#lambdas/contracts/support/account-reading.ts';

/** `unread`: its first reading is not through, so that it may have cases that nobody saw yet. */
export type ShownReading = CaseReadState | 'unread';

/** Why the cases of an account are not known, and the way out. */
export const READING_WORDS: Record<Exclude<ShownReading, 'ok'>, string> = {
  'no-plan': 'no support plan with an API (Business Support+ or above), so its cases cannot be read',
  'no-role': 'no role that lets Reeve read it: npm run reeve -- doctor',
  refused: 'refuses to be read: npm run reeve -- doctor',
  throttled: 'throttled; the next sweep tries again',
  failed: 'not read for an error: npm run reeve -- doctor',
  unread: 'not read yet; a sweep runs each half hour or hour',
};

export function readingOf(reading: AccountReading | undefined): ShownReading {
  if (!reading || (reading.state === 'ok' && reading.baselineAt === undefined)) return 'unread';
  return reading.state;
}
