import type { CaseChange } from '#lambdas/contracts/support/case-change.ts';

/**
 * The table of cases. Partition key `account` (12 digits), sort key `row`: `case#<displayId>` for each case, `hint#…` for
 * each event whose news AWS did not show yet, `reading` for how reading the account goes. The body of a row is one JSON
 * attribute, `version` its writes. No row holds the body of a message.
 */
export const CASE_ROW_PREFIX = 'case#';
export const HINT_ROW_PREFIX = 'hint#';
export const READING_ROW = 'reading';

/** `displayId` is text: it may have more digits than a number can hold. */
export function caseRowOf(displayId: string): string {
  return `${CASE_ROW_PREFIX}${displayId}`;
}

export type Author = 'aws' | 'customer';

/** A request of AWS's staff to see data of the account, which people decide in the console. `status`: AWS's own word. */
export type CasePermit = { id: string; status: string; at: string };

/** Why nobody but those who may open the raw store gets to read a case. */
export const WITHHELD_REASONS = ['account-and-billing', 'security', 'account', 'ou', 'tag'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** A file of a message. `tries`: how often it could not be kept, `nextAt`: when it is tried again; absent after the last try. */
export type KeptAttachment = {
  id: string;
  isStored: boolean;
  tries?: number | undefined;
  nextAt?: string | undefined;
};

/** A case as it was read last. Times are ISO 8601 in UTC, durations milliseconds. Texts are redacted. */
export type CaseRow = {
  account: string;
  displayId: string;
  /** AWS may know one case by several ids: the newest is first, and the one to ask with. */
  caseIds: string[];
  /** Redacted; empty where the case is withheld. */
  subject: string;
  /** AWS's own word, which may be one that it makes up tomorrow: `caseStateOf` says what it means. */
  status: string;
  /** Codes, as the API has them. */
  service: string;
  category: string;
  severity: string;
  language?: string | undefined;
  createdAt: string;
  /** AWS opened it, so that there is nothing for it to answer. */
  openedBy?: 'aws' | undefined;
  /** When AWS answered first; absent: not yet, or it opened the case. */
  firstAnswerAt?: string | undefined;
  newest?: { key: string; at: string; from: Author } | undefined;
  messages: number;
  attachments: KeptAttachment[];
  permits: CasePermit[];
  /** Since when AWS waits for our answer; absent: it does not. That it waits for a permit, `permits` say. */
  waitingSince?: string | undefined;
  /** How long it has waited for us, for answers and permits, but for the wait that lasts. */
  waitedMs: number;
  /** AWS does not say when: by the event, else by the reading that saw it first. Of several times the last. */
  resolvedAt?: string | undefined;
  withheld?: WithheldReason | undefined;
  /** `rules` names all that decided: rules of that version, settings, and the place of the account. */
  redaction: { version: number; found: Record<string, number>; rules?: string };
  /** Where its thread lies, as AWS has it and redacted: keys of the two buckets. */
  thread: { raw: string; redacted: string };
  /** Keys of threads that these took the place of, and that are to be deleted: whoever reads the row next does. */
  former?: { raw?: string; redacted?: string } | undefined;
  /** Of all that AWS said of it in one answer: the same again is no news. */
  fingerprint: string;
  /** It was there before Reeve looked: its thread in chat begins with the next change. */
  isBaseline?: true | undefined;
  /** It changed so, and nobody may have been told yet: whoever reads it next tells it. */
  pending?: CaseChange[] | undefined;
  /** Which reminders were given: `waiting-24h`, `reopen-ends`, `answer-late`; taken back when they may come again. */
  reminded: string[];
  /** How many changes an event announced, and how many a sweep found by itself. */
  foundBy: { event: number; sweep: number };
  readAt: string;
  version: number;
};

/** An event said that a case changed, and AWS did not show it yet. */
export type HintRow = { displayId: string; eventName: string; at: string; tries: number };
