/**
 * What happened to a case. `answered`: AWS wrote; `replied`: somebody of the account did. `edited`: AWS took something out
 * of a message. `waiting`: it waits for us now. The rest are reminders.
 */
export const CASE_CHANGES = [
  'created',
  'answered',
  'replied',
  'edited',
  'waiting',
  'resolved',
  'reopened',
  'permit-asked',
  'permit-ended',
  'answer-late',
  'still-waiting',
  'reopen-ends',
] as const;
export type CaseChangeKind = (typeof CASE_CHANGES)[number];

/** `at`: when it happened, ISO 8601. `count`: how many messages of it. `key`: of a reminder, what is noted of it. */
export type CaseChange = { kind: CaseChangeKind; at: string; count?: number; key?: string };
